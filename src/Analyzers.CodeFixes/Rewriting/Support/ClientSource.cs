namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class ClientSource
{
    public const string Text = """
        using System;
        using System.ClientModel;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using OpenAI;
        using OpenAI.Containers;
        using OpenAI.Conversations;
        using OpenAI.Files;
        using OpenAI.Responses;
        using OpenAI.VectorStores;

        namespace NAMESPACE
        {
            /// <summary>The clients that take the place of AssistantClient, over one OpenAI client.</summary>
            public sealed class AgentClients
            {
                private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

                public AgentClients(OpenAIClient client)
                {
                    Responses = client.GetResponsesClient();
                    Conversations = client.GetConversationClient();
                    Containers = client.GetContainerClient();
                    Files = client.GetOpenAIFileClient();
                    VectorStores = client.GetVectorStoreClient();
                }

                public ResponsesClient Responses { get; }

                public ConversationClient Conversations { get; }

                public ContainerClient Containers { get; }

                public OpenAIFileClient Files { get; }

                public VectorStoreClient VectorStores { get; }

                /// <summary>Reads an uploaded file, or one that code wrote by the id that the extensions of this project give it.</summary>
                public Task<ClientResult<BinaryData>> DownloadFileAsync(string fileId, CancellationToken cancellationToken = default) =>
                    GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? Containers.DownloadContainerFileAsync(container, file, cancellationToken)
                        : Files.DownloadFileAsync(fileId, cancellationToken);

                public ClientResult<BinaryData> DownloadFile(string fileId, CancellationToken cancellationToken = default) =>
                    GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? Containers.DownloadContainerFile(container, file, cancellationToken)
                        : Files.DownloadFile(fileId, cancellationToken);

                public async Task<ClientResult<OpenAIFile>> GetFileAsync(string fileId, CancellationToken cancellationToken = default)
                {
                    if (!GeneratedFile.TryRead(fileId, out string container, out string file))
                        return await Files.GetFileAsync(fileId, cancellationToken).ConfigureAwait(false);
                    return GeneratedFile.Describe(
                        fileId, await Containers.GetContainerFileAsync(container, file, cancellationToken).ConfigureAwait(false));
                }

                public ClientResult<OpenAIFile> GetFile(string fileId, CancellationToken cancellationToken = default) =>
                    GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? GeneratedFile.Describe(fileId, Containers.GetContainerFile(container, file, cancellationToken))
                        : Files.GetFile(fileId, cancellationToken);

                public async Task<ClientResult> DeleteFileAsync(string fileId, CancellationToken cancellationToken = default) =>
                    GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? await Containers.DeleteContainerFileAsync(container, file, cancellationToken).ConfigureAwait(false)
                        : await Files.DeleteFileAsync(fileId, cancellationToken).ConfigureAwait(false);

                public ClientResult DeleteFile(string fileId, CancellationToken cancellationToken = default) =>
                    GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? Containers.DeleteContainerFile(container, file, cancellationToken)
                        : Files.DeleteFile(fileId, cancellationToken);

                /// <summary>A vector store over files, ready to be searched; a response does not wait for it as a run did.</summary>
                public async Task<string> CreateVectorStoreAsync(IEnumerable<string> fileIds, CancellationToken cancellationToken = default)
                {
                    VectorStore store = await VectorStores.CreateVectorStoreAsync(StoreOf(fileIds), cancellationToken).ConfigureAwait(false);
                    while (store.Status == VectorStoreStatus.InProgress)
                    {
                        await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
                        store = await VectorStores.GetVectorStoreAsync(store.Id, cancellationToken).ConfigureAwait(false);
                    }

                    return store.Id;
                }

                public string CreateVectorStore(IEnumerable<string> fileIds, CancellationToken cancellationToken = default)
                {
                    VectorStore store = VectorStores.CreateVectorStore(StoreOf(fileIds), cancellationToken);
                    while (store.Status == VectorStoreStatus.InProgress)
                    {
                        cancellationToken.WaitHandle.WaitOne(PollInterval);
                        cancellationToken.ThrowIfCancellationRequested();
                        store = VectorStores.GetVectorStore(store.Id, cancellationToken);
                    }

                    return store.Id;
                }

                private static VectorStoreCreationOptions StoreOf(IEnumerable<string> fileIds)
                {
                    VectorStoreCreationOptions options = new VectorStoreCreationOptions();
                    foreach (string fileId in fileIds) options.FileIds.Add(fileId);
                    return options;
                }
            }
        }

        """;
}
