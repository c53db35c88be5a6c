using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>What the referenced versions of Foundry's packages have, and whether they run with one another.</summary>
internal static class FoundrySurface
{
    private const string Conversation = "Azure.AI.Extensions.OpenAI.ProjectConversation";

    /// <summary>3.0 took these types from the OpenAI package.</summary>
    public static string Spell(string type, Compilation compilation) => !Is3(compilation) ? type : type switch
    {
        "ProjectConversation" => "ConversationResource",
        "ProjectConversationCreationOptions" => "ConversationCreationOptions",
        "ProjectConversationUpdateOptions" => "ConversationUpdateOptions",
        _ => type,
    };

    public static string? MissingFrom(Compilation compilation, string notReferenced)
    {
        bool isMissing = compilation.GetTypesByMetadataName("Azure.AI.Projects.Agents.AgentAdministrationClient").IsEmpty;
        INamedTypeSymbol? responses = compilation.GetTypeByMetadataName("OpenAI.Responses.ResponsesClient");

        // The clients of a project derive from those of the OpenAI package, whose constructors and methods have changed since.
        if (responses?.GetMembers("CreateResponseStreaming").IsEmpty == true)
            return "no version of Azure.AI.Projects runs with this version of the OpenAI package: reference 2.10 of it beside 2.0, or 2.13 beside 3.0";
        if ((isMissing || !Is3(compilation)) && compilation.GetTypeByMetadataName("OpenAI.Responses.ResponsesClientOptions") is not null)
            return "version 2 of Azure.AI.Projects runs with the OpenAI package up to 2.10: reference these, or version 3 of Azure.AI.Projects";
        return isMissing ? notReferenced : null;
    }

    private static bool Is3(Compilation compilation) => compilation.GetTypesByMetadataName(Conversation).IsEmpty;
}
