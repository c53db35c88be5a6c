using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary><c>OpenAI.Assistants</c> → <c>OpenAI.Responses</c>, <c>.Conversations</c> and <c>.Containers</c>.</summary>
internal class OpenAIRewrites : RewriteTable
{
    private readonly TableEntries _entries;

    protected OpenAIRewrites(TableEntries entries) => _entries = entries;

    public static OpenAIRewrites Instance { get; } = new(Create());

    public override IReadOnlyDictionary<string, string> Types => _entries.Types;

    public override IReadOnlyDictionary<string, MemberRule> Members => _entries.Members;

    public override IReadOnlyDictionary<string, Action<RewriteContext, CallSite>> Calls => _entries.Calls;

    public override IReadOnlyDictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations =>
        _entries.Creations;

    public override IReadOnlyDictionary<(string From, string To), string> Conversions => _entries.Conversions;

    public override IReadOnlyCollection<string> Bare => _entries.Bare;

    public override LegacyFamily Family => LegacyFamily.OpenAIAssistants;

    public override string Client => "AssistantClient";

    public override string Agent => "Assistant";

    public override string UnknownAgent =>
        "put the definition of this assistant into the code: v2 keeps none, and 'AgentDefinition.Get' knows only those made here";

    public override string? MissingFrom(Compilation compilation) =>
        OpenAISurface.Of(compilation).IsUsable ? null : "reference version 2.10 or later of the OpenAI package first";

    public override IEnumerable<(string Name, string Text)> Support(string @namespace, Compilation compilation) =>
        OpenAISupport.Files(@namespace, OpenAISurface.Of(compilation));

    public override string NewVectorStore(string client, string fileIds, bool isAsync) => isAsync
        ? $"await {client}.CreateVectorStoreAsync({fileIds})"
        : $"{client}.CreateVectorStore({fileIds})";

    public override MessageItem? Message(RewriteContext context, CallSite call, List<ExpressionSyntax>? files)
    {
        if (files is null) return MessageRewrites.Item(context, call);
        if (AttachedFiles.Of(context, OptionsVariable.Resolve(context, call["options"])) is not { } attached) return null;

        files.AddRange(attached);
        return MessageRewrites.Item(context, call, hasOptions: false);
    }

    public override bool IsLegacy(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => IsLegacyType(type),
        IMethodSymbol { Name: "GetAssistantClient" } factory => IsLegacyType(factory.ReturnType as INamedTypeSymbol)
            && factory.DeclaringSyntaxReferences.IsEmpty,
        _ => IsLegacyType(symbol.ContainingType),
    };

    public override void PlanFlows(RewriteContext context, SyntaxNode root)
    {
        FileRewrites.PlanDownloads(context, root);
        StatusRewrites.PlanTexts(context, root);
        StreamingRewrites.PlanPatterns(context, root);
        RunFlows.Plan(context, root);
    }

    /// <summary>What a name becomes on either target, for v2 of both hands out the types of one package.</summary>
    protected static void AddShared(TableEntries entries)
    {
        AgentRewrites.AddSettings(entries);
        ToolRewrites.AddTo(entries);
        MessageRewrites.AddTo(entries);
        ContentRewrites.AddTo(entries);
        RunRewrites.AddTo(entries);
        RunOptionRewrites.AddTo(entries);
        StatusRewrites.AddTo(entries);
        StepRewrites.AddTo(entries);
        StreamingRewrites.AddTo(entries);
    }

    private static TableEntries Create()
    {
        TableEntries entries = new();
        AddShared(entries);
        ClientRewrites.AddTo(entries);
        AgentRewrites.AddTo(entries);
        ThreadRewrites.AddTo(entries);
        RunRewrites.AddCalls(entries);
        return entries;
    }

    private static bool IsLegacyType(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "Assistants",
            ContainingNamespace: { Name: "OpenAI", ContainingNamespace.IsGlobalNamespace: true },
        },
    };
}
