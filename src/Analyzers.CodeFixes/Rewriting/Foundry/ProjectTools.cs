using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// The tools that only Foundry has, under the names of version 2.0 (docs/foundry-tools.md): 3.0-beta has these beside the ones
/// that are to replace them.
/// </summary>
internal static class ProjectTools
{
    /// <summary>Types whose constructors take the same: legacy, new, and the parameters that have other names now.</summary>
    private static readonly (string Legacy, string Type, string[] Parameters)[] Alike =
    [
        ("BingGroundingToolDefinition", "BingGroundingTool", ["bingGrounding", "searchToolOptions"]),
        ("BingGroundingSearchToolParameters", "BingGroundingSearchToolOptions", []),
        ("BingGroundingSearchConfiguration", "BingGroundingSearchConfiguration", ["connectionId", "projectConnectionId"]),
        ("BingCustomSearchToolDefinition", "BingCustomSearchPreviewTool", ["bingCustomSearch", "bingCustomSearchPreview"]),
        ("BingCustomSearchConfiguration", "BingCustomSearchConfiguration", ["connectionId", "projectConnectionId"]),
        ("SharepointToolDefinition", "SharepointPreviewTool", ["sharepointGrounding", "toolOptions"]),
        ("MicrosoftFabricToolDefinition", "MicrosoftFabricPreviewTool", ["fabricDataagent", "toolOptions"]),
        ("BrowserAutomationToolDefinition", "BrowserAutomationPreviewTool", ["browserAutomation", "toolParameters"]),
        ("BrowserAutomationToolParameters", "BrowserAutomationToolOptions", ["connection", "toolConnectionParameters"]),
        ("BrowserAutomationToolConnectionParameters", "BrowserAutomationToolConnectionParameters", ["id", "projectConnectionId"]),
        ("AzureFunctionBinding", "AzureFunctionBinding", []),
        ("AzureFunctionStorageQueue", "AzureFunctionStorageQueue", ["storageServiceEndpoint", "queueServiceEndpoint"]),
        ("OpenApiAnonymousAuthDetails", "OpenAPIAnonymousAuthenticationDetails", []),
        ("OpenApiManagedAuthDetails", "OpenAPIManagedAuthenticationDetails", []),
        ("OpenApiManagedSecurityScheme", "OpenAPIManagedSecurityScheme", []),
        ("OpenApiConnectionAuthDetails", "OpenApiProjectConnectionAuthenticationDetails", []),
        ("OpenApiConnectionSecurityScheme", "OpenApiProjectConnectionSecurityScheme", ["connectionId", "projectConnectionId"]),
    ];

    public static void AddTo(TableEntries entries)
    {
        foreach ((string legacy, string type, string[] parameters) in Alike)
        {
            entries.Types[legacy] = type;
            if (parameters.Length > 0)
                entries.Creations[legacy] = (context, creation) => RenameArgument(context, creation, parameters[0], parameters[1]);
        }

        entries.Keep("BingGroundingSearchConfiguration", "Market", "Count", "Freshness");
        entries.Members["BingGroundingSearchConfiguration.ConnectionId"] = "ProjectConnectionId";
        entries.Members["BingGroundingSearchConfiguration.SetLang"] = "BingUserInterfaceLanguage";
        entries.Members["BingGroundingToolDefinition.BingGrounding"] = "SearchToolOptions";
        entries.Keep("BingGroundingSearchToolParameters", "SearchConfigurations");
        entries.Keep("BingCustomSearchConfiguration", "InstanceName", "Market", "SetLang", "Count", "Freshness");
        entries.Members["BingCustomSearchConfiguration.ConnectionId"] = "ProjectConnectionId";
        entries.Types["BingCustomSearchToolParameters"] = "BingCustomSearchToolOptions";
        entries.Creations["BingCustomSearchToolParameters"] = CustomSearch;
        Connected(entries, "SharepointGroundingToolParameters", "SharePointGroundingToolOptions");
        Connected(entries, "FabricDataAgentToolParameters", "FabricDataAgentToolOptions");
        entries.Types["OpenApiAuthDetails"] = "OpenApiAuthenticationDetails";
        entries.Types["OpenApiToolDefinition"] = "OpenAPITool";
        entries.Creations["OpenApiToolDefinition"] = OpenApi;
        entries.Types["AzureFunctionToolDefinition"] = "AzureFunctionTool";
        entries.Creations["AzureFunctionToolDefinition"] = AzureFunction;

        entries.Unknown["ConnectedAgentToolDefinition"] = entries.Unknown["ConnectedAgentDetails"] =
            "a version names no other agents as tools: call the other agent from a function, by the A2A tool, or make a workflow";
        entries.Unknown["DeepResearchToolDefinition"] = entries.Unknown["DeepResearchDetails"]
            = entries.Unknown["DeepResearchBingGroundingConnection"] =
            "there is no tool for deep research: make a version that has a model for it and a tool that searches the web";
        entries.Unknown["ComputerUseToolDefinition"] = entries.Unknown["ComputerUseToolParameters"] =
            "make this tool with 'ResponseTool.CreateComputerTool', whose calls and outputs are items of a response";
    }

    /// <summary>
    /// The classes are no <c>ResponseTool</c>, they are converted to one: an array of one of them is no list of tools, and a tool
    /// that the service gives back is none of them.
    /// </summary>
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case ImplicitArrayCreationExpressionSyntax array when context.TypeOf(array) is IArrayTypeSymbol made
                    && context.TypeInfoOf(array).ConvertedType is { } wanted && !SymbolEqualityComparer.Default.Equals(made, wanted) && IsConverted(context, made.ElementType):
                    context.Replace(array, visited => "new ResponseTool[] " + ((ImplicitArrayCreationExpressionSyntax)visited).Initializer.Text());
                    break;
                case GenericNameSyntax { Identifier.ValueText: "OfType" or "Cast", TypeArgumentList.Arguments: { Count: 1 } types }
                    when IsConverted(context, context.TypeOf(types[0])):
                    context.Block(node, "a tool of an agent version is a 'ResponseTool' and none of its own class: ask its JSON for its type");
                    break;
            }
        }
    }

    private static bool IsConverted(RewriteContext context, ITypeSymbol? type) => context.LegacyName(type) is { } name
        && type?.BaseType?.Name == "ToolDefinition"
        && name is not ("CodeInterpreterToolDefinition" or "FileSearchToolDefinition" or "FunctionToolDefinition" or "MCPToolDefinition");

    /// <summary>For an SDK whose tools are made in other ways.</summary>
    public static void RemoveFrom(TableEntries entries)
    {
        string[] tools =
        [
            .. Alike.Select(alike => alike.Legacy), "BingCustomSearchToolParameters", "SharepointGroundingToolParameters",
            "FabricDataAgentToolParameters", "OpenApiAuthDetails", "OpenApiToolDefinition", "AzureFunctionToolDefinition",
            "AzureAISearchToolDefinition", "AzureAISearchToolResource", "AzureAISearchQueryType",
        ];
        foreach (string tool in tools)
        {
            entries.Types.Remove(tool);
            entries.Creations.Remove(tool);
            entries.Unknown[tool] = "make this tool with the classes of 'Azure.AI.Projects.Agents'";
        }

        entries.Unknown["ToolConnectionList"] = entries.Unknown["ToolConnection"] = entries.Unknown["BingGroundingToolDefinition"];
        entries.Lose("ToolResources", entries.Unknown["AzureAISearchToolDefinition"], "AzureAISearch");
    }

    private static void RenameArgument(RewriteContext context, BaseObjectCreationExpressionSyntax creation, string from, string to)
    {
        foreach (ArgumentSyntax argument in creation.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameColon is { } name && name.Name.Identifier.ValueText == from)
                context.Plan.Edit(name, visited => SyntaxFactory.NameColon(to).WithTriviaFrom(visited));
        }
    }

    /// <summary>What had the id of one connection has a list of them.</summary>
    private static void Connected(TableEntries entries, string legacy, string type)
    {
        entries.Types[legacy] = type;
        entries.Creations[legacy] = (context, creation) => Replace(context, creation, "connectionId", given =>
            $"{given.Of(type)}{(given.Of(type) == "new" ? "()" : "")} {{ ProjectConnections = {{ new ToolProjectConnection({given["connectionId"]}) }} }}");
    }

    /// <summary>Takes the arguments apart; what is made in another way, or has an initializer, is left to a person.</summary>
    public static void Replace(
        RewriteContext context, BaseObjectCreationExpressionSyntax creation, string required, Func<CreationText, string> text)
    {
        if (context.SymbolOf(creation) is IMethodSymbol constructor && creation.Initializer is null
            && constructor.Parameters.Any(parameter => parameter.Name == required))
            context.Replace(creation, visited => text(new CreationText(constructor, visited)));
        else context.Block(creation, $"a '{context.TypeOf(creation)?.Name}' made in this way is rewritten by hand");
    }

    private static void CustomSearch(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (context.SymbolOf(creation) is IMethodSymbol { Parameters: { Length: 1 } }) return;

        Replace(context, creation, "instanceName", given => $"{given.Of("BingCustomSearchToolOptions")}("
            + context.Collection("BingCustomSearchConfiguration", [$"new BingCustomSearchConfiguration({given["connectionId"]}, {given["instanceName"]})"]) + ")");
    }

    private static void OpenApi(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        ArgumentSyntax? defaults = creation.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameColon?.Name.Identifier.ValueText == "defaultParams")
            ?? (creation.ArgumentList is { Arguments: { Count: 5 } five } && five[4].NameColon is null ? five[4] : null);
        if (defaults is not null && defaults.Expression.Text() is not ("null" or "default") && Listed(defaults.Expression.Text()) is null)
        {
            context.Block(defaults, "write the default parameters of the tool out");
            return;
        }

        Lines lines = new(creation);
        Replace(context, creation, "spec", given =>
        {
            List<string> settings = [];
            if (given["description"] is { } description) settings.Add("Description = " + description);
            if (given["defaultParams"] is { } parameters) settings.Add("DefaultParams = " + Listed(parameters));
            return $"{given.Of("OpenAPITool")}(new OpenApiFunctionDefinition({lines.List(
                "name: " + given["name"],
                "specificationBytes: " + given["spec"],
                "authentication: " + given["openApiAuthentication"])}){lines.Initializer(settings)})";
        });
    }

    /// <summary>The elements of a list that is written out, in braces.</summary>
    private static string? Listed(string list)
    {
        if (list.StartsWith("[", StringComparison.Ordinal) && !list.Contains("..")) return "{ " + list.Substring(1, list.Length - 2).Trim() + " }";

        return SyntaxFactory.ParseExpression(list) switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Text(),
            ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Text(),
            ObjectCreationExpressionSyntax { Initializer: { } elements, ArgumentList: null or { Arguments.Count: 0 } } => elements.Text(),
            _ => null,
        };
    }

    private static void AzureFunction(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        Lines lines = new(creation);
        Replace(context, creation, "inputBinding", given =>
        {
            string description = given["description"] is { } text ? $" {{ Description = {text} }}" : "";
            return $"{given.Of("AzureFunctionTool")}(new AzureFunctionDefinition({lines.List(
                $"function: new AzureFunctionDefinitionFunction(name: {given["name"]}, parameters: {given["parameters"]}){description}",
                "inputBinding: " + given["inputBinding"],
                "outputBinding: " + given["outputBinding"])}))";
        });
    }

    /// <summary>Arguments and settings of a construction over as many lines as the old one took.</summary>
    private sealed class Lines(BaseObjectCreationExpressionSyntax creation)
    {
        private readonly string _outer = Code.NewLine(creation) + Code.Indent(creation);

        private readonly string? _inner = !creation.ToString().Contains('\n') ? null
            : Code.NewLine(creation) + Code.Indent(creation.ArgumentList is { Arguments: { Count: > 0 } arguments } ? arguments[arguments.Count - 1] : creation);

        public string List(params string[] arguments) =>
            _inner is null ? string.Join(", ", arguments) : _inner + string.Join("," + _inner, arguments);

        public string Initializer(List<string> settings) => settings.Count == 0 ? ""
            : _inner is null ? $" {{ {string.Join(", ", settings)} }}"
            : $"{_outer}{{{_inner}{string.Join("," + _inner, settings)}{_outer}}}";
    }
}
