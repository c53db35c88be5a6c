using Azure;
using Azure.AI.Projects;
using Azure.Identity;

AgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING"), new DefaultAzureCredential());
VectorStore vectorStore = await client.CreateVectorStoreAsync(name: "sample_vector_store");
AgentFile file = await client.UploadFileAsync("a.md", AgentFilePurpose.Agents);
var uploadTask = await client.CreateVectorStoreFileBatchAsync(vectorStoreId: vectorStore.Id, fileIds: new List<string> { file.Id });
Console.WriteLine($"Created vector store file batch, vector store file batch ID: {uploadTask.Value.Id}");
VectorStoreDeletionStatus delStatus = await client.DeleteVectorStoreAsync(vectorStore.Id);
if (delStatus.Deleted)
{
    Console.WriteLine($"Deleted vector store {vectorStore.Id}");
}
