namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>The few types that rewritten code needs and the packages of Foundry do not have (docs/architecture.md, Rewriting).</summary>
internal static class FoundrySupport
{
    public static IEnumerable<(string Name, string Text)> Files(string @namespace)
    {
        yield return ("AgentClients.cs", Fill(FoundryClientSource.Text));
        yield return ("AgentDefinitions.cs", Fill(FoundryDefinitionSource.Text));
        yield return ("AgentVersions.cs", Fill(AgentVersionSource.Text));
        yield return ("AgentResponses.cs", Fill(AgentResponseSource.Text));
        yield return ("AgentFiles.cs", Fill(FilesSource.Text));
        yield return ("AgentSearchIndexes.cs", Fill(SearchIndexSource.Text));
        yield return ("GeneratedFile.cs", Fill(GeneratedFileSource.Text));
        yield return ("ItemOrigins.cs", Fill(ItemOriginSource.Text));
        yield return ("AgentSteps.cs", Fill(StepSource.Text));
        yield return ("AgentExtensions.cs", Fill(ExtensionSource.Text));
        yield return ("ConversationExtensions.cs", Fill(ConversationSource.Text));

        string Fill(string text) => OpenAISupport.Head + text.Replace("NAMESPACE", @namespace);
    }
}
