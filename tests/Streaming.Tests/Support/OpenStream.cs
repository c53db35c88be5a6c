namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>A stream that is read event by event.</summary>
public sealed class OpenStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;
    private readonly List<LegacyEvent> _seen = [];

    private OpenStream(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _reader = new StreamReader(stream);
    }

    public IReadOnlyList<LegacyEvent> Seen => _seen;

    public static async Task<OpenStream> StartAsync(LegacyClient client, string thread, string assistant)
    {
        HttpResponseMessage response = await client.OpenAsync($"threads/{thread}/runs", LegacyClient.RunBody(assistant));
        return new OpenStream(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The event of this name that comes next.</summary>
    public async Task<LegacyEvent> ReadUntilAsync(string name)
    {
        while (await ReadAsync() is { } e)
        {
            if (e.Name == name)
                return e;
        }
        throw new InvalidOperationException($"No {name} before the end.");
    }

    public async Task<IReadOnlyList<LegacyEvent>> ReadToEndAsync()
    {
        int before = _seen.Count;
        while (await ReadAsync() is not null)
        {
        }
        return _seen[before..];
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _response.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<LegacyEvent?> ReadAsync()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        string? name = await _reader.ReadLineAsync(token);
        if (name is null)
            return null;
        string? data = await _reader.ReadLineAsync(token);
        Assert.Equal("", await _reader.ReadLineAsync(token));
        _seen.Add(new LegacyEvent(name["event: ".Length..], data!["data: ".Length..]));
        return _seen[^1];
    }
}
