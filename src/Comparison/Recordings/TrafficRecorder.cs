using System.Net.Http.Headers;
using AgentsMigration.Comparison.Recordings.Redacting;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>
/// Keeps what a client sends and gets, legacy or v2, as a <see cref="Recording"/>. Safe for concurrent calls; streams pass
/// through as they come.
/// </summary>
public sealed class TrafficRecorder : DelegatingHandler
{
    private readonly object _lock = new();
    private readonly List<RecordedExchange> _exchanges = [];
    private readonly Redaction _redaction;
    private readonly TimeProvider _time;

    /// <summary>Records what goes over the network.</summary>
    public TrafficRecorder()
        : this(new SocketsHttpHandler())
    {
    }

    /// <summary>Records what goes through <paramref name="inner"/>, such as an adapter's handler.</summary>
    /// <param name="inner">Sends the requests.</param>
    /// <param name="redaction">What is not kept; <see cref="Redaction.Default"/> unless given.</param>
    /// <param name="time">Measures how long answers take.</param>
    public TrafficRecorder(HttpMessageHandler inner, Redaction? redaction = null, TimeProvider? time = null)
        : base(inner)
    {
        _redaction = redaction ?? Redaction.Default;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>What has been answered so far, in the order of the requests; a stream counts when it has been read.</summary>
    public Recording ToRecording(string name, string note = "")
    {
        lock (_lock)
        {
            // An answer that never came has no status.
            return new Recording(name, new RecordingSource("", "", "", note), [.. _exchanges.Where(exchange => exchange.Status > 0)]);
        }
    }

    /// <summary>Writes the recording to a file.</summary>
    public void Save(string file, string note = "") => ToRecording(Path.GetFileName(file), note).Save(file);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        RecordAsync(request, () => base.SendAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        RecordAsync(request, () => Task.FromResult(base.Send(request, cancellationToken)), cancellationToken).GetAwaiter().GetResult();

    private async Task<HttpResponseMessage> RecordAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        (_, RecordedExchange started) = await WireExchange.ReadRequestAsync(request, cancellationToken).ConfigureAwait(false);
        int place = Reserve(started);
        long began = _time.GetTimestamp();
        HttpResponseMessage response = await send().ConfigureAwait(false);
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        int status = (int)response.StatusCode;
        string[] encodings = [.. response.Content.Headers.ContentEncoding];
        if (type?.MediaType == "text/event-stream")
        {
            // Reading it here would turn a stream into one late answer; the reader's copy is kept instead.
            response.Content = new CopiedStreamContent(response.Content, Keep);
            return response;
        }
        await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        Keep(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        return response;

        void Keep(byte[] body)
        {
            RecordedExchange answered = WireExchange.Finish(started, status, type, EncodedBody.Decode(body, encodings), _time.GetElapsedTime(began));
            lock (_lock)
                _exchanges[place] = _redaction.Apply(answered);
        }
    }

    private int Reserve(RecordedExchange started)
    {
        lock (_lock)
        {
            _exchanges.Add(started);
            return _exchanges.Count - 1;
        }
    }
}
