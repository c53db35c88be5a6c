using OpenAI;
using OpenAI.Files;
using OpenAI.VectorStores;

namespace BeforeAndAfter;

/// <summary>Files and vector stores are the same before and after.</summary>
internal static class Notes
{
    public const string Question = "What is the launch code word?";
    private const string Text = "The launch code word is heliotrope.";

    public static async Task<string> StoreAsync(OpenAIClient client, CancellationToken cancellationToken)
    {
        OpenAIFile file = await client.GetOpenAIFileClient().UploadFileAsync(BinaryData.FromString(Text).ToStream(), "note.txt", FileUploadPurpose.Assistants, cancellationToken);
        VectorStoreClient stores = client.GetVectorStoreClient();
        VectorStore store = await stores.CreateVectorStoreAsync(new VectorStoreCreationOptions { Name = "Notes", FileIds = { file.Id } }, cancellationToken);
        while (store.Status == VectorStoreStatus.InProgress)
        {
            await Task.Delay(50, cancellationToken);
            store = await stores.GetVectorStoreAsync(store.Id, cancellationToken);
        }
        return store.Id;
    }
}
