using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>What the referenced version of the OpenAI package has.</summary>
internal sealed class OpenAISurface
{
    private OpenAISurface(bool isUsable, bool hasTypedConversations)
    {
        IsUsable = isUsable;
        HasTypedConversations = hasTypedConversations;
    }

    /// <summary>False for versions without a client for responses that knows conversations: 2.10 is the first.</summary>
    public bool IsUsable { get; }

    /// <summary>From 2.12 on; before, conversations are raw JSON.</summary>
    public bool HasTypedConversations { get; }

    public static OpenAISurface Of(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("OpenAI.Responses.ResponseConversationOptions") is not null
            && compilation.GetTypeByMetadataName("OpenAI.Conversations.ConversationClient") is not null,
        compilation.GetTypeByMetadataName("OpenAI.Conversations.ConversationResource") is not null);
}
