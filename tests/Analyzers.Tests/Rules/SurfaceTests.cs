using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Tables;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Rules;

/// <summary>The name tables against the SDKs themselves, in both directions.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Versions => [.. LegacyReferences.OpenAIVersions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void OpenAI_EveryPublicMember_IsInTheTable(string version)
    {
        LegacyTable table = LegacyTable.For(LegacyFamily.OpenAIAssistants);
        List<string> missing = [];
        foreach (INamedTypeSymbol type in TypesOf("OpenAI.Assistants", LegacyReferences.OpenAI(version)))
        {
            if (!table.Types.TryGetValue(type.Name, out LegacyType? known)) missing.Add(type.Name);
            else missing.AddRange(MembersOf(type).Where(name => known.Member(name) is null).Select(name => $"{type.Name}.{name}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void OpenAI_EveryNameOfTheTable_Exists()
    {
        ILookup<string, INamedTypeSymbol> types = LegacyReferences.OpenAIVersions
            .SelectMany(version => TypesOf("OpenAI", LegacyReferences.OpenAI(version)))
            .ToLookup(type => type.Name);

        AssertExist(LegacyTable.For(LegacyFamily.OpenAIAssistants), types);
    }

    [Theory]
    [InlineData(LegacyFamily.AzureAssistants)]
    [InlineData(LegacyFamily.AzureProjects)]
    [InlineData(LegacyFamily.AzurePersistent)]
    public void Azure_EveryDeclaredMember_IsInTheTable(LegacyFamily family)
    {
        string[] untouched = ["ListSortOrder", "VectorStoreFile", "VectorStoreFileBatch", "AIProjectClientOptions",
            "PersistentAgentsExtensions", "PersistentAgentsClientExtensions"];
        // Values and parts of what is a site already: named only within its construction or a test of its property.
        string[] details = ["ImageDetailLevel", "MessageStatus", "SubmitToolApprovalDetails", "IncompleteDetailsReason", "RunStepMessageCreationReference",
            "RunStepCodeInterpreterImageReference", "RunStepFileSearchToolCallResults", "RunStepFileSearchToolCallResult", "RunStepType",
            "RunStepStatus", "VectorStoreFileCount", "VectorStoreChunkingStrategy", "VectorStoreStaticChunkingStrategyRequest",
            "VectorStoreStaticChunkingStrategyOptions", "VectorStoreStatus", "VectorStoreFileStatus", "VectorStoreFileBatchStatus",
            "VectorStoreFileStatusFilter", "VectorStoreExpirationPolicyAnchor", "VectorStoreDeletionStatus", "VectorStoreFileDeletionStatus",
            "ConnectedAgentDetails", "BingGroundingSearchToolParameters", "BingGroundingSearchConfiguration", "AzureAISearchQueryType",
            "OpenApiAuthDetails", "OpenApiAnonymousAuthDetails", "OpenApiManagedAuthDetails", "OpenApiManagedSecurityScheme",
            "OpenApiConnectionAuthDetails", "OpenApiConnectionSecurityScheme", "BingCustomSearchToolParameters", "BingCustomSearchConfiguration",
            "SharepointGroundingToolParameters", "FabricDataAgentToolParameters", "BrowserAutomationToolParameters",
            "BrowserAutomationToolConnectionParameters", "DeepResearchDetails", "DeepResearchBingGroundingConnection", "ToolConnectionList",
            "ToolConnection", "AzureFunctionBinding", "AzureFunctionStorageQueue", "MCPApproval",
            "RequiredMcpToolCall.Arguments", "RequiredMcpToolCall.ServerLabel", "ToolApproval.ToolCallId", "ToolApproval.Approve",
            "ToolApproval.Headers", "MCPToolDefinition.ServerLabel", "MCPToolDefinition.ServerUrl", "MCPToolDefinition.AllowedTools",
            "MCPToolResource.ServerLabel", "MCPToolResource.Headers", "MCPToolResource.RequireApproval", "MCPToolResource.UpdateHeader",
            "MCPToolResource.ToToolResources", "RunStep.ThreadId", "RunStep.RunId", "ThreadRun.MaxPromptTokens", "BingGroundingToolDefinition.BingGrounding", "RunStepToolCall.Type", "RunStepFileSearchToolCall.FileSearch",
            "PersistentAgentsVectorStore.FileCounts", "PersistentAgentsVectorStore.UsageBytes", "PersistentAgentsVectorStore.CreatedAt",
            "PersistentAgentsVectorStore.Metadata", "PersistentThreadMessage.Status"];
        string[] shells = ["Count", "this[]", "GetEnumerator", "Role", "Content", "FileId", "AssistantId", "GetAgentsClient"];
        LegacyTable table = LegacyTable.For(family);
        List<string> missing = [];
        foreach (INamedTypeSymbol type in TypesOf(table.Namespace, LegacyReferences.Azure))
        {
            if (untouched.Contains(type.Name)) continue;
            if (!table.Types.TryGetValue(type.Name, out LegacyType? known))
            {
                if (!details.Contains(type.Name)) missing.Add(type.Name);
            }
            else
            {
                missing.AddRange(MembersOf(type).Except(shells)
                    .Where(name => known.Member(name) is null).Select(name => $"{type.Name}.{name}").Except(details));
            }
        }

        Assert.Empty(missing);
    }

    private static void AssertExist(LegacyTable table, ILookup<string, INamedTypeSymbol> types)
    {
        List<string> gone = [];
        foreach (LegacyType type in table.Types.Values)
        {
            INamedTypeSymbol[] real = [.. types[type.Name].Where(t => t.ContainingNamespace.ToDisplayString() == type.Namespace)];
            if (real.Length == 0) gone.Add(type.Name);
            else
                gone.AddRange(type.Members.Keys
                    .Where(name => !real.Any(t => HasMember(t, name)))
                    .Select(name => $"{type.Name}.{name}"));
        }

        Assert.Empty(gone);
    }

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty || !current.GetMembers(name + "Async").IsEmpty) return true;
        }

        return false;
    }

    private static IEnumerable<string> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared && !member.IsOverride)
        .Where(member => member is IPropertySymbol or IFieldSymbol
            || member is IMethodSymbol { MethodKind: MethodKind.Ordinary })
        .Select(member => member.Name)
        .Where(name => name is not ("Equals" or "Patch" or "Endpoint" or "Pipeline" or "Options" or "value__"
            or "OrganizationId" or "ProjectId" or "UserAgentApplicationId" or "Unknown"))
        .Distinct();

    private static IEnumerable<INamedTypeSymbol> TypesOf(string @namespace, IReadOnlyList<MetadataReference> references)
    {
        Compilation compilation = Analysis.Compile(references, ["class C;"]);
        INamespaceSymbol? space = compilation.GlobalNamespace;
        foreach (string part in @namespace.Split('.'))
            space = space?.GetNamespaceMembers().SingleOrDefault(member => member.Name == part);
        return space is null ? [] : Types(space, deep: @namespace == "OpenAI");
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space, bool deep)
    {
        foreach (INamedTypeSymbol type in space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public))
            yield return type;
        if (!deep) yield break;
        foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
            foreach (INamedTypeSymbol type in Types(inner, deep)) yield return type;
    }
}
