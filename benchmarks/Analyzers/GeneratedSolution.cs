using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

/// <summary>200 files of 250 lines: ordinary code, and in each ten legacy calls when asked for.</summary>
internal static class GeneratedSolution
{
    public const int Files = 200;
    public const int Lines = 50_000;
    public const int Calls = 2_000;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        """;

    private static readonly CompositeFormat Legacy = CompositeFormat.Parse("""
            public async Task<string> Ask{0}(string threadId, string assistantId)
            {{
                await _client.CreateMessageAsync(threadId, MessageRole.User, [MessageContent.FromText("{0}")]);
                ThreadRun run = await _client.CreateRunAsync(threadId, assistantId);
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
                {{
                    await Task.Delay(500);
                    run = await _client.GetRunAsync(threadId, run.Id);
                }}

                if (run.Status != RunStatus.Completed) await _client.CancelRunAsync(threadId, run.Id);
                return _client.GetMessages(threadId).First().Content[0].Text;
            }}

        """);

    private static readonly CompositeFormat Ordinary = CompositeFormat.Parse("""
            public IReadOnlyList<Order{1}> Select{0}(IEnumerable<Order{1}> orders, string name, int limit)
            {{
                List<Order{1}> chosen = new();
                foreach (Order{1} order in orders.Where(item => item.Name == name && item.Status != "closed"))
                {{
                    if (chosen.Count >= limit)
                    {{
                        break;
                    }}

                    string text = string.Format("{{0}}: {{1}}", order.Id, order.Name.ToUpperInvariant());
                    Console.WriteLine(text + order.Content.Length.ToString());
                    chosen.Add(order);
                }}

                return chosen.OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).ToList();
            }}

        """);

    /// <summary>The same files every time; parsed once.</summary>
    public static IReadOnlyList<SyntaxTree> Create(bool withLegacy) =>
    [
        .. Enumerable.Range(0, Files).Select(file => CSharpSyntaxTree.ParseText(
            Source(file, withLegacy), new CSharpParseOptions(LanguageVersion.Latest), $"File{file}.cs")),
    ];

    private static string Source(int file, bool withLegacy)
    {
        StringBuilder source = new(Usings);
        source.AppendLine();
        if (withLegacy) source.AppendLine("using OpenAI.Assistants;");
        source.AppendLine(CultureInfo.InvariantCulture, $$"""

            namespace Generated.Area{{file % 20}};

            public sealed class Order{{file}}
            {
                public string Id { get; set; } = "";
                public string Name { get; set; } = "";
                public string Status { get; set; } = "";
                public string Content { get; set; } = "";
                public DateTimeOffset CreatedAt { get; set; }
            }

            public sealed class Service{{file}}
            {
            """);
        if (withLegacy)
        {
            source.AppendLine("    private readonly AssistantClient _client = new(\"key\");\n");
            for (int method = 0; method < 2; method++) source.AppendFormat(CultureInfo.InvariantCulture, Legacy, method);
        }

        int lines = Lines / Files - 1;
        for (int method = 0; Count(source) + 17 < lines; method++)
            source.AppendFormat(CultureInfo.InvariantCulture, Ordinary, method, file);
        while (Count(source) + 1 < lines) source.AppendLine("    // Filled up to the same length.");
        return source.AppendLine("}").ToString();
    }

    private static int Count(StringBuilder source)
    {
        int lines = 0;
        foreach (ReadOnlyMemory<char> chunk in source.GetChunks()) lines += chunk.Span.Count('\n');
        return lines;
    }
}
