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
        if (compilation.GetTypesByMetadataName("Azure.AI.Projects.Agents.AgentAdministrationClient").IsEmpty) return notReferenced;
        if (compilation.GetTypeByMetadataName("OpenAI.Responses.ResponsesClient") is not { } responses) return null;

        // The clients of a project derive from those of the OpenAI package, whose constructors and methods have changed since.
        if (responses.GetMembers("CreateResponseStreaming").IsEmpty)
            return "no version of Azure.AI.Projects runs with this version of the OpenAI package: reference 2.10 beside 2.0, or 2.13 beside 3.0";
        return !Is3(compilation) && compilation.GetTypeByMetadataName("OpenAI.Responses.ResponsesClientOptions") is not null
            ? "version 2 of Azure.AI.Projects runs with the OpenAI package up to 2.10: reference that, or version 3 of Azure.AI.Projects"
            : null;
    }

    private static bool Is3(Compilation compilation) => compilation.GetTypesByMetadataName(Conversation).IsEmpty;
}
