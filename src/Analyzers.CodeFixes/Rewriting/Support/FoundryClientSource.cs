namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class FoundryClientSource
{
    public const string Text = """
        using System;
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using System.Collections.Generic;
        using System.IO;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.AI.Extensions.OpenAI;
        using Azure.AI.Projects;
        using Azure.AI.Projects.Agents;
        using OpenAI.Containers;
        using OpenAI.Files;
        using OpenAI.Responses;
        using OpenAI.VectorStores;

        namespace NAMESPACE
        {
            /// <summary>The clients of a project that take the place of the one for agents.</summary>
            public sealed class AgentClients
            {
                private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

                public AgentClients(AIProjectClient project)
                {
                    Project = project;
                    Agents = project.AgentAdministrationClient;
                    Conversations = project.ProjectOpenAIClient.GetProjectConversationsClient();
                    Responses = project.ProjectOpenAIClient.GetProjectResponsesClient();
                    Containers = project.ProjectOpenAIClient.GetContainerClient();
                    Files = project.ProjectOpenAIClient.GetOpenAIFileClient();
                    VectorStores = project.ProjectOpenAIClient.GetVectorStoreClient();
                }

                public AIProjectClient Project { get; }

                public AgentAdministrationClient Agents { get; }

                public ProjectConversationsClient Conversations { get; }

                public ProjectResponsesClient Responses { get; }

                public ContainerClient Containers { get; }

                public OpenAIFileClient Files { get; }

                public VectorStoreClient VectorStores { get; }

                /// <summary>The responses of an agent version, whose id is its name and version, in a conversation.</summary>
                public ProjectResponsesClient ResponsesOf(string agentId, string conversationId)
                {
                    (string name, string version) = Split(agentId);
                    return Project.ProjectOpenAIClient.GetProjectResponsesClientForAgent(
                        defaultAgent: new AgentReference(name: name, version: version), defaultConversationId: conversationId);
                }

                public Task<ClientResult<ProjectsAgentVersion>> GetAgentAsync(string agentId, CancellationToken cancellationToken = default)
                {
                    (string name, string version) = Split(agentId);
                    return Agents.GetAgentVersionAsync(agentName: name, agentVersion: version, cancellationToken: cancellationToken);
                }

                public ClientResult<ProjectsAgentVersion> GetAgent(string agentId, CancellationToken cancellationToken = default)
                {
                    (string name, string version) = Split(agentId);
                    return Agents.GetAgentVersion(agentName: name, agentVersion: version, cancellationToken: cancellationToken);
                }

                public async Task<ClientResult<bool>> DeleteAgentAsync(string agentId, CancellationToken cancellationToken = default)
                {
                    (string name, string version) = Split(agentId);
                    return Deleted(await Agents.DeleteAgentVersionAsync(
                        agentName: name, agentVersion: version, cancellationToken: cancellationToken).ConfigureAwait(false));
                }

                public ClientResult<bool> DeleteAgent(string agentId, CancellationToken cancellationToken = default)
                {
                    (string name, string version) = Split(agentId);
                    return Deleted(Agents.DeleteAgentVersion(agentName: name, agentVersion: version, cancellationToken: cancellationToken));
                }

                public async Task<ClientResult<bool>> DeleteConversationAsync(string conversationId, CancellationToken cancellationToken = default) =>
                    Deleted(await Conversations.DeleteConversationAsync(
                        conversationId, new RequestOptions { CancellationToken = cancellationToken }).ConfigureAwait(false));

                public ClientResult<bool> DeleteConversation(string conversationId, CancellationToken cancellationToken = default) =>
                    Deleted(Conversations.DeleteConversation(conversationId, new RequestOptions { CancellationToken = cancellationToken }));

                public async Task<ClientResult<bool>> DeleteVectorStoreAsync(string vectorStoreId, CancellationToken cancellationToken = default) =>
                    Deleted(await VectorStores.DeleteVectorStoreAsync(vectorStoreId, cancellationToken).ConfigureAwait(false));

                public ClientResult<bool> DeleteVectorStore(string vectorStoreId, CancellationToken cancellationToken = default) =>
                    Deleted(VectorStores.DeleteVectorStore(vectorStoreId, cancellationToken));

                /// <summary>Uploads a file of this machine; the client's own method for that cannot be cancelled.</summary>
                public async Task<ClientResult<OpenAIFile>> UploadFileAsync(
                    string filePath, FileUploadPurpose purpose, CancellationToken cancellationToken)
                {
                    using FileStream file = File.OpenRead(filePath);
                    return await Files.UploadFileAsync(file, Path.GetFileName(filePath), purpose, cancellationToken).ConfigureAwait(false);
                }

                public ClientResult<OpenAIFile> UploadFile(string filePath, FileUploadPurpose purpose, CancellationToken cancellationToken)
                {
                    using FileStream file = File.OpenRead(filePath);
                    return Files.UploadFile(file, Path.GetFileName(filePath), purpose, cancellationToken);
                }

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

                public async Task<ClientResult<bool>> DeleteFileAsync(string fileId, CancellationToken cancellationToken = default) =>
                    Deleted(GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? await Containers.DeleteContainerFileAsync(container, file, cancellationToken).ConfigureAwait(false)
                        : await Files.DeleteFileAsync(fileId, cancellationToken).ConfigureAwait(false));

                public ClientResult<bool> DeleteFile(string fileId, CancellationToken cancellationToken = default) =>
                    Deleted(GeneratedFile.TryRead(fileId, out string container, out string file)
                        ? Containers.DeleteContainerFile(container, file, cancellationToken)
                        : Files.DeleteFile(fileId, cancellationToken));

                /// <summary>A vector store, with files that are ready to be searched.</summary>
                public async Task<ClientResult<VectorStore>> CreateVectorStoreAsync(
                    IEnumerable<string> fileIds = null, string name = null, IReadOnlyDictionary<string, string> metadata = null,
                    CancellationToken cancellationToken = default)
                {
                    ClientResult<VectorStore> store = await VectorStores.CreateVectorStoreAsync(
                        StoreOf(fileIds, name, metadata), cancellationToken).ConfigureAwait(false);
                    while (store.Value.Status == VectorStoreStatus.InProgress)
                    {
                        await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
                        store = await VectorStores.GetVectorStoreAsync(store.Value.Id, cancellationToken).ConfigureAwait(false);
                    }

                    return store;
                }

                public ClientResult<VectorStore> CreateVectorStore(
                    IEnumerable<string> fileIds = null, string name = null, IReadOnlyDictionary<string, string> metadata = null,
                    CancellationToken cancellationToken = default)
                {
                    ClientResult<VectorStore> store = VectorStores.CreateVectorStore(StoreOf(fileIds, name, metadata), cancellationToken);
                    while (store.Value.Status == VectorStoreStatus.InProgress)
                    {
                        cancellationToken.WaitHandle.WaitOne(PollInterval);
                        cancellationToken.ThrowIfCancellationRequested();
                        store = VectorStores.GetVectorStore(store.Value.Id, cancellationToken);
                    }

                    return store;
                }

                /// <summary>What the answer to a deletion says; one that says nothing has deleted, or it would have thrown.</summary>
                private static ClientResult<bool> Deleted(ClientResult answer)
                {
                    BinaryData content = answer.GetRawResponse().Content;
                    if (content == null || content.ToMemory().Length == 0) return ClientResult.FromValue(true, answer.GetRawResponse());

                    using JsonDocument json = JsonDocument.Parse(content);
                    bool isDeleted = !json.RootElement.TryGetProperty("deleted", out JsonElement deleted) || deleted.GetBoolean();
                    return ClientResult.FromValue(isDeleted, answer.GetRawResponse());
                }

                internal static (string Name, string Version) Split(string agentId)
                {
                    int end = agentId.LastIndexOf(':');
                    return end < 0 ? (agentId, null) : (agentId.Substring(0, end), agentId.Substring(end + 1));
                }

                private static VectorStoreCreationOptions StoreOf(
                    IEnumerable<string> fileIds, string name, IReadOnlyDictionary<string, string> metadata)
                {
                    VectorStoreCreationOptions options = new VectorStoreCreationOptions { Name = name };
                    foreach (string fileId in fileIds ?? Array.Empty<string>()) options.FileIds.Add(fileId);
                    foreach (KeyValuePair<string, string> pair in metadata ?? new Dictionary<string, string>()) options.Metadata[pair.Key] = pair.Value;
                    return options;
                }
            }
        }

        """;
}
