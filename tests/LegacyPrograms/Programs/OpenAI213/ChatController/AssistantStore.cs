using OpenAI.Assistants;

namespace ChatApi;

/// <summary>The one assistant of the app.</summary>
public class AssistantStore
{
    private readonly AssistantClient _client;
    private string? _id;

    public AssistantStore(AssistantClient client)
    {
        _client = client;
    }

    public async Task<string> GetIdAsync()
    {
        if (_id == null)
        {
            Assistant assistant = await _client.CreateAssistantAsync(
                "gpt-4o-mini",
                new AssistantCreationOptions { Name = "Web", Instructions = "Answer in one sentence." });
            _id = assistant.Id;
        }

        return _id;
    }
}
