using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>The events of a response as they come from the target. A connection that breaks is a <see cref="V2Exception"/>.</summary>
internal sealed class V2Stream : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly SseReader _events;
    private bool _held;

    private V2Stream(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _events = new SseReader(stream);
    }

    public ReadOnlySpan<byte> Data => _events.Data;

    public static async Task<V2Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return new V2Stream(response, await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public bool TryRead()
    {
        if (!_held)
            return _events.TryRead();
        _held = false;
        return true;
    }

    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _events.FillAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (V2Exception.IsBrokenOff(error) || error is ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw V2Exception.BrokenOff(error);
        }
    }

    /// <summary>The first event, which <see cref="TryRead"/> gives again.</summary>
    /// <exception cref="V2Exception">There is none, or it says that nothing was created.</exception>
    public async Task<JsonElement> PeekAsync(CancellationToken cancellationToken)
    {
        while (!_events.TryRead())
        {
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new V2Exception(0, "The service's answer broke off before its first event.");
        }
        _held = true;
        JsonElement first = Parse();
        return first.GetText("type") == "error"
            ? throw new V2Exception(500, first.Get("error")?.GetText("message") ?? first.GetText("message") ?? "The service failed.")
            : first;
    }

    public JsonElement Parse()
    {
        try
        {
            return JsonBytes.Parse(Data);
        }
        catch (JsonException error)
        {
            throw new V2Exception(502, "The service sent an event that is not JSON.", error);
        }
    }

    public void Dispose() => _response.Dispose();
}
