using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>What the names of one legacy SDK become on one target: one entry a name, in files of one concept each.</summary>
internal abstract class RewriteTable
{
    /// <summary>Type → type.</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>Type.Property → what to ask instead.</summary>
    public abstract IReadOnlyDictionary<string, MemberRule> Members { get; }

    /// <summary>Type.Method, without Async → the plan for a call.</summary>
    public abstract IReadOnlyDictionary<string, Action<RewriteContext, CallSite>> Calls { get; }

    /// <summary>Type → the plan for a construction that is more than that of the new type.</summary>
    public abstract IReadOnlyDictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations { get; }

    /// <summary>From → to, for implicit conversions that the new types do not have: how to write them.</summary>
    public abstract IReadOnlyDictionary<(string From, string To), string> Conversions { get; }

    /// <summary>Types that v2 hands out without the shell of a service's answer.</summary>
    public abstract IReadOnlyCollection<string> Bare { get; }

    /// <summary>The SDK that is rewritten.</summary>
    public abstract LegacyFamily Family { get; }

    /// <summary>The client type whose calls these are.</summary>
    public abstract string Client { get; }

    /// <summary>The type of agents, whose ids runs are started with.</summary>
    public abstract string Agent { get; }

    /// <summary>Those of them that are there at once, so that there is nothing to await.</summary>
    public virtual IReadOnlyCollection<string> Immediate => Bare;

    /// <summary>False for an SDK whose successor is the same package: its code compiles only with the new version.</summary>
    public virtual bool CompilesBesideSuccessor => true;

    public abstract bool IsLegacy(ISymbol symbol);

    /// <summary>What to do about an id of an agent that the code does not make itself.</summary>
    public abstract string UnknownAgent { get; }

    /// <summary>A type under the name that the referenced version of its package has for it.</summary>
    public virtual string Spell(string type, Compilation compilation) => type;

    /// <summary>What to do about a type that has no entry.</summary>
    public virtual string ReasonFor(INamedTypeSymbol type) => $"'{type.Name}' has no counterpart that this rewriting knows";

    /// <summary>What has to be referenced before code can be rewritten; null when it is.</summary>
    public abstract string? MissingFrom(Compilation compilation);

    /// <summary>The types that rewritten code needs and the packages do not have, as files of the project.</summary>
    public abstract IEnumerable<(string Name, string Text)> Support(string @namespace, Compilation compilation);

    /// <summary>The id of a vector store that is made on the spot, by the holder of the clients.</summary>
    public virtual string NewVectorStore(string client, string fileIds, bool isAsync) => isAsync
        ? $"(await {client}.CreateVectorStoreAsync(fileIds: {fileIds})).Value.Id"
        : $"{client}.CreateVectorStore(fileIds: {fileIds}).Value.Id";

    /// <summary>The item of a call that creates a message; null, with a note, where it has no counterpart.</summary>
    /// <param name="context">The file.</param>
    /// <param name="call">The call.</param>
    /// <param name="files">Takes the files attached for code, for the run that follows; null when none follows.</param>
    public abstract MessageItem? Message(RewriteContext context, CallSite call, List<ExpressionSyntax>? files);

    /// <summary>Plans what no name alone tells: flows, loops, patterns.</summary>
    public abstract void PlanFlows(RewriteContext context, SyntaxNode root);
}
