namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class ConversationSource
{
    public const string Text = """"
        using System;
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenAI.Conversations;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>The items of a conversation, which the package gives as raw JSON.</summary>
            public static class ConversationExtensions
            {
                /// <summary>The messages of users and agents, newest first unless asked otherwise.</summary>
                public static async IAsyncEnumerable<MessageResponseItem> GetMessagesAsync(
                    this ConversationClient conversations, string conversationId, bool ascending = false, string after = null,
                    int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await foreach (ClientResult page in conversations.GetConversationItemsAsync(
                        conversationId, pageSize ?? 100, ascending ? "asc" : "desc", after, null, Options(cancellationToken)).GetRawPagesAsync())
                    {
                        foreach (MessageResponseItem message in Messages(page, "data")) yield return message;
                    }
                }

                public static IEnumerable<MessageResponseItem> GetMessages(
                    this ConversationClient conversations, string conversationId, bool ascending = false, string after = null,
                    int? pageSize = null, CancellationToken cancellationToken = default) =>
                    conversations.GetConversationItems(
                        conversationId, pageSize ?? 100, ascending ? "asc" : "desc", after, null, Options(cancellationToken))
                        .GetRawPages().SelectMany(page => Messages(page, "data"));

                /// <summary>All messages in one list.</summary>
                public static async Task<IReadOnlyList<MessageResponseItem>> ListMessagesAsync(
                    this ConversationClient conversations, string conversationId, bool ascending = false, string after = null,
                    int? pageSize = null, CancellationToken cancellationToken = default)
                {
                    List<MessageResponseItem> messages = new List<MessageResponseItem>();
                    await foreach (MessageResponseItem message in conversations.GetMessagesAsync(
                        conversationId, ascending, after, pageSize, cancellationToken).ConfigureAwait(false))
                        messages.Add(message);
                    return messages;
                }

                public static IReadOnlyList<MessageResponseItem> ListMessages(
                    this ConversationClient conversations, string conversationId, bool ascending = false, string after = null,
                    int? pageSize = null, CancellationToken cancellationToken = default) =>
                    conversations.GetMessages(conversationId, ascending, after, pageSize, cancellationToken).ToList();

                public static async Task<ClientResult<MessageResponseItem>> GetMessageAsync(
                    this ConversationClient conversations, string conversationId, string messageId, CancellationToken cancellationToken = default)
                {
                    ClientResult answer = await conversations.GetConversationItemAsync(
                        conversationId, messageId, null, Options(cancellationToken)).ConfigureAwait(false);
                    return Single(answer, answer.GetRawResponse().Content);
                }

                public static ClientResult<MessageResponseItem> GetMessage(
                    this ConversationClient conversations, string conversationId, string messageId, CancellationToken cancellationToken = default)
                {
                    ClientResult answer = conversations.GetConversationItem(conversationId, messageId, null, Options(cancellationToken));
                    return Single(answer, answer.GetRawResponse().Content);
                }

                public static async Task<ClientResult<MessageResponseItem>> CreateMessageAsync(
                    this ConversationClient conversations, string conversationId, ResponseItem message, CancellationToken cancellationToken = default)
                {
                    ClientResult answer = await conversations.CreateConversationItemsAsync(
                        conversationId, Items(message), null, Options(cancellationToken)).ConfigureAwait(false);
                    return ClientResult.FromValue(Messages(answer, "data").First(), answer.GetRawResponse());
                }

                public static ClientResult<MessageResponseItem> CreateMessage(
                    this ConversationClient conversations, string conversationId, ResponseItem message, CancellationToken cancellationToken = default)
                {
                    ClientResult answer = conversations.CreateConversationItems(
                        conversationId, Items(message), null, Options(cancellationToken));
                    return ClientResult.FromValue(Messages(answer, "data").First(), answer.GetRawResponse());
                }

                /// <summary>Everything in a conversation, newest first.</summary>
                public static async IAsyncEnumerable<ResponseItem> GetItemsAsync(
                    this ConversationClient conversations, string conversationId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    await foreach (ClientResult page in conversations.GetConversationItemsAsync(
                        conversationId, 100, "desc", null, null, Options(cancellationToken)).GetRawPagesAsync())
                    {
                        foreach (ResponseItem item in Items(page)) yield return item;
                    }
                }

                public static IEnumerable<ResponseItem> GetItems(
                    this ConversationClient conversations, string conversationId, CancellationToken cancellationToken = default) =>
                    conversations.GetConversationItems(conversationId, 100, "desc", null, null, Options(cancellationToken))
                        .GetRawPages().SelectMany(Items);

                internal static RequestOptions Options(CancellationToken cancellationToken) =>
                    new RequestOptions { CancellationToken = cancellationToken };

                private static BinaryContent Items(ResponseItem message) =>
                    BinaryContent.Create(BinaryData.FromString("{\"items\":[" + ModelReaderWriter.Write(message) + "]}"));

                private static IEnumerable<ResponseItem> Items(ClientResult page)
                {
                    using JsonDocument json = JsonDocument.Parse(page.GetRawResponse().Content);
                    return json.RootElement.GetProperty("data").EnumerateArray()
                        .Select(item => ModelReaderWriter.Read<ResponseItem>(BinaryData.FromString(item.GetRawText()))).ToList();
                }

                private static IEnumerable<MessageResponseItem> Messages(ClientResult page, string list)
                {
                    using JsonDocument json = JsonDocument.Parse(page.GetRawResponse().Content);
                    foreach (JsonElement item in json.RootElement.GetProperty(list).EnumerateArray())
                    {
                        if (item.GetProperty("type").GetString() != "message") continue;
                        if (ModelReaderWriter.Read<ResponseItem>(BinaryData.FromString(item.GetRawText())) is MessageResponseItem message
                            && message.Role is MessageRole.User or MessageRole.Assistant && message.Content.Count > 0)
                            yield return message;
                    }
                }

                private static ClientResult<MessageResponseItem> Single(ClientResult answer, BinaryData json) => ClientResult.FromValue(
                    (MessageResponseItem)ModelReaderWriter.Read<ResponseItem>(json), answer.GetRawResponse());
            }

            /// <summary>Items of a conversation.</summary>
            public static class AgentItems
            {
                public static MessageResponseItem CreateMessage(MessageRole role, IEnumerable<ResponseContentPart> content) =>
                    role == MessageRole.Assistant
                        ? ResponseItem.CreateAssistantMessageItem(content.Select(part => part.Text == null
                            ? part
                            : ResponseContentPart.CreateOutputTextPart(part.Text, Array.Empty<ResponseMessageAnnotation>())))
                        : ResponseItem.CreateUserMessageItem(content);
            }
        }

        """";

    /// <summary>Before version 2.12 of the package: conversations with types, under the names that they have there.</summary>
    public const string Untyped = """"

        namespace NAMESPACE
        {
            public sealed class ConversationResource
            {
                public string Id { get; set; } = "";

                public DateTimeOffset CreatedAt { get; set; }

                public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

                internal static ClientResult<ConversationResource> Read(ClientResult answer)
                {
                    using JsonDocument json = JsonDocument.Parse(answer.GetRawResponse().Content);
                    ConversationResource conversation = new ConversationResource { Id = json.RootElement.GetProperty("id").GetString() };
                    if (json.RootElement.TryGetProperty("created_at", out JsonElement created))
                        conversation.CreatedAt = DateTimeOffset.FromUnixTimeSeconds(created.GetInt64());
                    if (json.RootElement.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object)
                    {
                        foreach (JsonProperty pair in metadata.EnumerateObject()) conversation.Metadata[pair.Name] = pair.Value.GetString();
                    }

                    return ClientResult.FromValue(conversation, answer.GetRawResponse());
                }
            }

            public sealed class ConversationDeletionResult
            {
                public bool Deleted { get; set; }

                public string ConversationId { get; set; } = "";

                internal static ClientResult<ConversationDeletionResult> Read(ClientResult answer)
                {
                    using JsonDocument json = JsonDocument.Parse(answer.GetRawResponse().Content);
                    return ClientResult.FromValue(
                        new ConversationDeletionResult
                        {
                            Deleted = json.RootElement.GetProperty("deleted").GetBoolean(),
                            ConversationId = json.RootElement.GetProperty("id").GetString(),
                        },
                        answer.GetRawResponse());
                }
            }

            public sealed class ConversationUpdateOptions
            {
                public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

                internal BinaryContent ToContent() => BinaryContent.Create(BinaryData.FromString(
                    "{\"metadata\":" + ConversationCreationOptions.Write(Metadata) + "}"));
            }

            public sealed class ConversationCreationOptions
            {
                public IList<ResponseItem> Items { get; } = new List<ResponseItem>();

                public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

                internal BinaryContent ToContent() => BinaryContent.Create(BinaryData.FromString(
                    "{\"items\":[" + string.Join(",", Items.Select(item => ModelReaderWriter.Write(item).ToString()))
                    + "],\"metadata\":" + Write(Metadata) + "}"));

                internal static string Write(IDictionary<string, string> metadata) => "{" + string.Join(
                    ",", metadata.Select(pair => "\"" + JsonEncodedText.Encode(pair.Key) + "\":\"" + JsonEncodedText.Encode(pair.Value) + "\"")) + "}";
            }

            public static class TypedConversationExtensions
            {
                public static async Task<ClientResult<ConversationResource>> CreateConversationAsync(
                    this ConversationClient client, ConversationCreationOptions options, CancellationToken cancellationToken = default) =>
                    ConversationResource.Read(await client.CreateConversationAsync(
                        options.ToContent(), ConversationExtensions.Options(cancellationToken)).ConfigureAwait(false));

                public static ClientResult<ConversationResource> CreateConversation(
                    this ConversationClient client, ConversationCreationOptions options, CancellationToken cancellationToken = default) =>
                    ConversationResource.Read(client.CreateConversation(options.ToContent(), ConversationExtensions.Options(cancellationToken)));

                public static async Task<ClientResult<ConversationResource>> GetConversationAsync(
                    this ConversationClient client, string conversationId, CancellationToken cancellationToken) =>
                    ConversationResource.Read(await client.GetConversationAsync(
                        conversationId, ConversationExtensions.Options(cancellationToken)).ConfigureAwait(false));

                public static ClientResult<ConversationResource> GetConversation(
                    this ConversationClient client, string conversationId, CancellationToken cancellationToken) =>
                    ConversationResource.Read(client.GetConversation(conversationId, ConversationExtensions.Options(cancellationToken)));

                public static async Task<ClientResult<ConversationResource>> UpdateConversationAsync(
                    this ConversationClient client, string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) =>
                    ConversationResource.Read(await client.UpdateConversationAsync(
                        conversationId, options.ToContent(), ConversationExtensions.Options(cancellationToken)).ConfigureAwait(false));

                public static ClientResult<ConversationResource> UpdateConversation(
                    this ConversationClient client, string conversationId, ConversationUpdateOptions options, CancellationToken cancellationToken = default) =>
                    ConversationResource.Read(client.UpdateConversation(
                        conversationId, options.ToContent(), ConversationExtensions.Options(cancellationToken)));

                public static async Task<ClientResult<ConversationDeletionResult>> DeleteConversationAsync(
                    this ConversationClient client, string conversationId, CancellationToken cancellationToken) =>
                    ConversationDeletionResult.Read(await client.DeleteConversationAsync(
                        conversationId, ConversationExtensions.Options(cancellationToken)).ConfigureAwait(false));

                public static ClientResult<ConversationDeletionResult> DeleteConversation(
                    this ConversationClient client, string conversationId, CancellationToken cancellationToken) =>
                    ConversationDeletionResult.Read(client.DeleteConversation(conversationId, ConversationExtensions.Options(cancellationToken)));
            }
        }

        """";
}
