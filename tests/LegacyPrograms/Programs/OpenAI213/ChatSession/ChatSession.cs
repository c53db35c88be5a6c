using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

namespace Chatty
{
    /// <summary>A conversation; see <see cref="AssistantThread"/> and <see cref="ThreadRun.Status"/>.</summary>
    public sealed partial class ChatSession : IAsyncDisposable
    {
        private static readonly Lazy<AssistantClient> Client = new(() => new AssistantClient(
            new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
            new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) }));
        private readonly Assistant _assistant;
        private readonly AssistantThread _thread;

        private ChatSession(Assistant assistant, AssistantThread thread)
        {
            _assistant = assistant;
            _thread = thread;
        }

        public static async Task<ChatSession> OpenAsync()
        {
            var (assistant, thread) = await CreateAsync();
            return new ChatSession(assistant, thread);
        }

        private static async Task<(Assistant Assistant, AssistantThread Thread)> CreateAsync()
        {
            Assistant assistant = await Client.Value.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
            {
                Name = nameof(ChatSession),
                // Short answers only.
                Instructions = "Be short.",
            });
            AssistantThread thread = await Client.Value.CreateThreadAsync();
            return (assistant, thread);
        }
    }
}
