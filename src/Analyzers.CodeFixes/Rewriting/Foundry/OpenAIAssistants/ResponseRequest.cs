using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>
/// The request for a response. Foundry takes few options beside an agent: a run that changes more of it says itself what the
/// agent version says.
/// </summary>
internal sealed class ResponseRequest
{
    private static readonly HashSet<string> BesideAgent = new(StringComparer.Ordinal) { "MaxOutputTokenCount", "TruncationMode" };

    private readonly List<string> _settings = [];
    private readonly bool _isOwn;
    private readonly bool _isBackground;
    private readonly bool _isStreaming;

    private ResponseRequest(IEnumerable<(string Name, ExpressionSyntax Value)> changes, bool isBackground, bool isStreaming)
    {
        foreach ((string name, ExpressionSyntax value) in changes)
        {
            // What the service does unless told otherwise.
            if (name == "ParallelToolCallsEnabled" && value.Text() == "true") continue;

            _settings.Add($"{char.ToLowerInvariant(name[0])}{name.Substring(1)}: {RunOptionRewrites.Written(value, name)}");
            _isOwn |= !BesideAgent.Contains(name);
        }

        _isBackground = isBackground;
        _isStreaming = isStreaming;
    }

    public string Input { get; set; } = "";

    /// <summary>Files for the code of this run alone.</summary>
    public List<string> Files { get; } = [];

    /// <summary>To be asked while the plan is applied.</summary>
    public static ResponseRequest Of(RewriteContext context, ExpressionSyntax? options, bool isBackground, bool isStreaming) =>
        new(RunOptionRewrites.Changes(options is null ? null : context.RewrittenNode(options)), isBackground, isStreaming);

    /// <param name="context">The file.</param>
    /// <param name="call">The call whose client is asked.</param>
    /// <param name="id">The id of the agent version.</param>
    /// <param name="agent">The agent version itself.</param>
    /// <param name="conversation">The id of the conversation.</param>
    /// <param name="cancel">The token, with the comma before it.</param>
    public string Text(RewriteContext context, CallText call, string id, string agent, string conversation, string cancel)
    {
        List<string> arguments = Input.Length == 0 ? [] : [Input];
        arguments.AddRange(_settings);
        if (Files.Count > 0) arguments.Add("fileIds: " + context.Collection("string", Files));
        if (_isBackground) arguments.Add("background: true");
        if (_isStreaming) arguments.Add("streaming: true");
        string create = $"CreateResponse{(_isStreaming ? "Streaming" : "")}{call.Async}";
        return _isOwn || Files.Count > 0
            ? $"{call.Receiver}.Responses.{create}({agent}.ToRequest({string.Join(", ", arguments.Prepend(conversation))}){cancel})"
            : $"{call.Receiver}.ResponsesOf({id}, {conversation}).{create}(AgentRequest.Create({string.Join(", ", arguments)}){cancel})";
    }
}
