#if !ASYNC_STREAMS_ONLY
using System.ClientModel;
using System.Runtime.CompilerServices;

namespace AgentsMigration.LegacyClients;

/// <summary>Lets a stream be awaited, as the newest version demands it, where the client hands it out at once.</summary>
internal static class StreamingShape
{
    public static Given<T> GetAwaiter<T>(this AsyncCollectionResult<T> stream) => new(stream);

    internal readonly struct Given<T>(AsyncCollectionResult<T> stream) : INotifyCompletion
    {
        public bool IsCompleted => true;

        public AsyncCollectionResult<T> GetResult() => stream;

        public void OnCompleted(Action continuation) => continuation();
    }
}
#endif
