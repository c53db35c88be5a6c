namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>
/// The few types that rewritten code needs and the OpenAI package does not have. They are written into the project as source,
/// whole and always the same, and belong to the app from then on (docs/architecture.md, Rewriting).
/// </summary>
internal static class OpenAISupport
{
    public const string Folder = "AgentsV2";

    public const string Head = """
        // Written by agents-migration when this project was moved to v2. From here on it is part of the project: change it freely.
        #nullable disable
        #pragma warning disable

        """;

    public static IEnumerable<(string Name, string Text)> Files(string @namespace, OpenAISurface surface)
    {
        yield return ("AgentClients.cs", Head + Fill(ClientSource.Text));
        yield return ("AgentDefinition.cs", Head + Fill(DefinitionSource.Text));
        yield return ("AgentFiles.cs", Head + Fill(FilesSource.Text));
        yield return ("GeneratedFile.cs", Head + Fill(GeneratedFileSource.Text));
        yield return ("AgentExtensions.cs", Head + Fill(ExtensionSource.Text));
        yield return ("AgentSteps.cs", Head + Fill(StepSource.Text));
        yield return ("ConversationExtensions.cs", Head + Fill(
            ConversationSource.Text + (surface.HasTypedConversations ? "" : ConversationSource.Untyped)));

        string Fill(string text) => text.Replace("NAMESPACE", @namespace);
    }
}
