using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>The entries of a table while its concepts fill them in.</summary>
internal sealed class TableEntries
{
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, MemberRule> Members { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Action<RewriteContext, CallSite>> Calls { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<(string From, string To), string> Conversions { get; } = [];

    public HashSet<string> Bare { get; } = new(StringComparer.Ordinal);

    /// <summary>Types without an entry → what to do about them.</summary>
    public Dictionary<string, string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>The same members of a type, unchanged or under other names.</summary>
    public void Keep(string type, params string[] members)
    {
        foreach (string member in members) Members[type + "." + member] = member;
    }

    public void Lose(string type, string reason, params string[] members)
    {
        foreach (string member in members) Members[type + "." + member] = MemberRule.None(reason);
    }

    /// <summary>A call that is one call again: the text may name what <see cref="CallText"/> has.</summary>
    public void Call(string method, Func<CallText, string> text) => Calls[method] = (context, call) =>
    {
        if (IsProtocol(call)) context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
        else context.Replace(call, text);
    };

    public void LoseCall(string method, string reason) => Calls[method] = (context, call) => LostPlan.Call(context, call, reason);

    /// <summary>The same entries for an SDK that has the types under other names.</summary>
    public TableEntries Renamed(IReadOnlyDictionary<string, string> types)
    {
        TableEntries renamed = new();
        foreach (KeyValuePair<string, string> entry in Types) renamed.Types[Name(entry.Key)] = entry.Value;
        foreach (KeyValuePair<string, MemberRule> entry in Members) renamed.Members[Name(entry.Key)] = entry.Value;
        foreach (KeyValuePair<string, Action<RewriteContext, CallSite>> entry in Calls) renamed.Calls[Name(entry.Key)] = entry.Value;
        foreach (KeyValuePair<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> entry in Creations)
            renamed.Creations[Name(entry.Key)] = entry.Value;
        foreach (KeyValuePair<(string From, string To), string> entry in Conversions) renamed.Conversions[entry.Key] = entry.Value;
        renamed.Bare.UnionWith(Bare);
        foreach (KeyValuePair<string, string> entry in Unknown) renamed.Unknown[Name(entry.Key)] = entry.Value;
        return renamed;

        string Name(string key)
        {
            string type = key.Split('.')[0];
            return types.TryGetValue(type, out string? other) ? other + key.Substring(type.Length) : key;
        }
    }

    public static bool IsProtocol(CallSite call)
    {
        foreach (Microsoft.CodeAnalysis.IParameterSymbol parameter in call.Method.Parameters)
        {
            if (parameter.Type.Name is "RequestOptions" or "BinaryContent" or "RequestContent" or "RequestContext") return true;
        }

        return false;
    }
}
