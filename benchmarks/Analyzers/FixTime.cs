using System.Diagnostics;
using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

/// <summary>How long both fixes take for a solution of 200 files; exits with 1 above a minute, or when a site is left.</summary>
internal static class FixTime
{
    private const int Files = 200;
    private const int MostSeconds = 60;

    private const string Source = """
        using System;
        using System.Threading.Tasks;
        using OpenAI;
        using OpenAI.Assistants;

        namespace Generated.Area{0};

        public sealed class Service{0}
        {
            private readonly AssistantClient _client = new OpenAIClient("key").GetAssistantClient();

            public async Task<string> AskAsync(string question)
            {
                Assistant assistant = await _client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions { Instructions = "Be brief." });
                AssistantThread thread = await _client.CreateThreadAsync();
                await _client.CreateMessageAsync(thread.Id, MessageRole.User, [MessageContent.FromText(question)]);
                ThreadRun run = await _client.CreateRunAsync(thread.Id, assistant.Id);
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
                {
                    await Task.Delay(500);
                    run = await _client.GetRunAsync(thread.Id, run.Id);
                }

                await foreach (ThreadMessage message in _client.GetMessagesAsync(thread.Id))
                {
                    return message.Content[0].Text;
                }

                await _client.DeleteThreadAsync(thread.Id);
                return "";
            }
        }
        """;

    public static async Task<int> RunAsync(MetadataReference[] references, CSharpCompilationOptions options)
    {
        bool isGood = true;
        foreach (MigrationGoal goal in new[] { MigrationGoal.OpenAI, MigrationGoal.Adapter })
        {
            using AdhocWorkspace workspace = new();
            Solution solution = Create(workspace, references, options);
            long start = Stopwatch.GetTimestamp();
            MigrationResult result = await Migrator.ApplyAsync(
                solution, new(goal, [.. SourceDocuments.Of(solution.Projects.Single())]), CancellationToken.None);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            int left = result.Sites.Count(site => site.Left is not null);
            Console.WriteLine($"{goal,-8} {Files} files, {result.Sites.Length:N0} sites, {left} left: {seconds:N1} s");
            isGood &= seconds < MostSeconds && left == 0;
        }

        return isGood ? 0 : 1;
    }

    private static Solution Create(AdhocWorkspace workspace, MetadataReference[] references, CSharpCompilationOptions options)
    {
        ProjectId project = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "Generated", "Generated", LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest), compilationOptions: options, metadataReferences: references));
        for (int file = 0; file < Files; file++)
        {
            string source = Source.Replace("{0}", file.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"File{file}.cs", SourceText.From(source), filePath: $"/src/File{file}.cs");
        }

        return solution;
    }
}
