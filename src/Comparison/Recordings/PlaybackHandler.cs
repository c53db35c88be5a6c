using System.Net;
using System.Net.Http.Headers;
using AgentsMigration.Comparison.Recordings.Redacting;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>
/// Answers from a recording, with no network. A request is answered by the first recorded one that is the same - method,
/// path, query and body - and has not been answered yet; one that only reads may be asked again. Everything else fails
/// with a <see cref="PlaybackException"/> that says what was expected.
/// </summary>
public sealed class PlaybackHandler : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly Recording _recording;
    private readonly Redaction _redaction;
    private readonly HashSet<int> _played = [];

    /// <summary>Plays a recording back.</summary>
    /// <param name="recording">What to answer.</param>
    /// <param name="redaction">The same as it was recorded with; <see cref="Redaction.Default"/> unless given.</param>
    public PlaybackHandler(Recording recording, Redaction? redaction = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        _recording = recording;
        _redaction = redaction ?? Redaction.Default;
    }

    /// <summary>The recorded requests that nobody has sent.</summary>
    public IReadOnlyList<RecordedExchange> Unplayed
    {
        get
        {
            lock (_lock)
                return [.. _recording.Exchanges.Where((_, index) => !_played.Contains(index))];
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (_, RecordedExchange sent) = await WireExchange.ReadRequestAsync(request, cancellationToken).ConfigureAwait(false);
        RecordedExchange found = Find(_redaction.Apply(sent));
        ByteArrayContent content = new((found.IsStream
            ? System.Text.Encoding.UTF8.GetBytes(RecordedEvent.WriteStream(found.Events))
            : found.Content ?? default).ToArray());
        if (MediaTypeHeaderValue.TryParse(found.ContentType, out MediaTypeHeaderValue? type))
            content.Headers.ContentType = type;
        return new HttpResponseMessage((HttpStatusCode)found.Status) { RequestMessage = request, Content = content };
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private RecordedExchange Find(RecordedExchange sent)
    {
        lock (_lock)
        {
            (int Index, RecordedExchange Exchange)[] same = [.. _recording.Exchanges
                .Select((exchange, index) => (index, exchange))
                .Where(one => RequestMatch.FirstDifference(one.exchange, sent) is null)];
            int next = Array.FindIndex(same, one => !_played.Contains(one.Index));
            if (next < 0 && same.Length > 0 && sent.Method == "GET")
                next = same.Length - 1;
            if (next < 0)
                throw new PlaybackException(Explain(sent, alreadyPlayed: same.Length > 0));
            _played.Add(same[next].Index);
            return same[next].Exchange;
        }
    }

    private string Explain(RecordedExchange sent, bool alreadyPlayed)
    {
        if (alreadyPlayed)
            return $"{sent} was sent once more than {_recording.Name} has it.";
        RecordedExchange? near = _recording.Exchanges
            .Where((exchange, index) => !_played.Contains(index))
            .OrderByDescending(exchange => RequestMatch.Likeness(exchange, sent))
            .FirstOrDefault();
        return near is null
            ? $"{_recording.Name} has been played to its end; nothing answers {sent}."
            : $"Nothing in {_recording.Name} answers {sent}. The nearest that is left is {near}: {RequestMatch.FirstDifference(near, sent)}";
    }
}
