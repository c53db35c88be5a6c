using System.Diagnostics;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>One legacy call, as every door hands it to the routes.</summary>
internal sealed class LegacyRequest
{
    public required string Method { get; init; }

    /// <summary>Without the dialect's prefix: starts at <c>/assistants</c>, <c>/threads</c>, <c>/files</c> …</summary>
    public required string Path { get; init; }

    /// <summary>The path with the client's own prefix, for what is said about it.</summary>
    public string? Address { get; init; }

    /// <summary>The trace that the call belongs to; where there is none, the current one.</summary>
    public ActivityContext Parent { get; init; }

    /// <summary>Method and template, once a route has taken the call.</summary>
    public string? Operation { get; set; }

    public required QueryParameters Query { get; init; }

    public Dialect Dialect { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Opens the body; null where the call has none.</summary>
    public Func<CancellationToken, Task<Stream>>? OpenBody { get; init; }

    public async Task<RequestBody> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (OpenBody is null)
            return RequestBody.Parse(default, Dialect);

        using Stream stream = await OpenBody(cancellationToken).ConfigureAwait(false);
        using MemoryStream buffer = new();
        await stream.CopyToAsync(buffer, 81_920, cancellationToken).ConfigureAwait(false);
        return RequestBody.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), Dialect);
    }
}
