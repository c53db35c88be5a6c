using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter;

/// <summary>How a <see cref="LegacyAgentsAdapter"/> works.</summary>
public sealed class AdapterOptions
{
    private V2Target _target;
    private int _maxRetries = 3;
    private TimeSpan _runExpiry = TimeSpan.FromMinutes(10);

    /// <param name="target">The service that answers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    public AdapterOptions(V2Target target) => _target = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>The service that answers.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public V2Target Target
    {
        get => _target;
        set => _target = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The clock of every timestamp, lease and expiry. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Carries the v2 calls, and the calls of the same client that are none of the legacy API. Default: a handler of the
    /// adapter's own, which it disposes; a handler given here is the caller's to dispose.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>Holds what v2 cannot. Default: in memory, for the life of the adapter.</summary>
    public IDocumentStore? Documents { get; set; }

    /// <summary>Holds the bytes of generated files. Default: in memory, for the life of the adapter.</summary>
    public IBlobStore? Blobs { get; set; }

    /// <summary>
    /// How often a call to the target is sent again, with growing pauses and no sooner than the target asks for: when it
    /// refuses for load or cannot be reached, and after other failures where a second time changes nothing. Default: 3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not less than none.");
    }

    /// <summary>How long a run may take, waiting for tool outputs included, before it expires. Default: ten minutes, as
    /// the legacy service had it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan RunExpiry
    {
        get => _runExpiry;
        set => _runExpiry = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A run needs some time.");
    }
}
