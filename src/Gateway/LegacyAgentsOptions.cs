using AgentsMigration.Adapter;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tenancy;
using AgentsMigration.Gateway.Security;

namespace AgentsMigration.Gateway;

/// <summary>What the gateway answers with, from whom, and how much of it.</summary>
public sealed class LegacyAgentsOptions
{
    private long _maxJsonBytes = 4L << 20;
    private long _maxFileBytes = 512L << 20;
    private int _maxRetries = 3;
    private TimeSpan _runExpiry = TimeSpan.FromMinutes(10);

    /// <summary>The service that answers. Required.</summary>
    public V2Target? Target { get; set; }

    /// <summary>Holds what v2 cannot. Default: in memory. Whoever opens a store closes it.</summary>
    public IDocumentStore? Documents { get; set; }

    /// <summary>Holds the bytes of generated files. Default: in memory.</summary>
    public IBlobStore? Blobs { get; set; }

    /// <summary>Carries the calls to the target. Default: a handler of the gateway's own.</summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>The clock of every timestamp, lease and expiry. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <inheritdoc cref="AdapterOptions.RunExpiry"/>
    public TimeSpan RunExpiry
    {
        get => _runExpiry;
        set => _runExpiry = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A run needs some time.");
    }

    /// <inheritdoc cref="AdapterOptions.MaxRetries"/>
    public int MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not less than none.");
    }

    /// <summary>The longest JSON body that a request may have. Default: 4 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public long MaxJsonBytes
    {
        get => _maxJsonBytes;
        set => _maxJsonBytes = Positive(value);
    }

    /// <summary>The largest file that may be uploaded; files flow through and are never held. Default: 512 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public long MaxFileBytes
    {
        get => _maxFileBytes;
        set => _maxFileBytes = Positive(value);
    }

    /// <summary>
    /// Whom a request comes from, for an app with an authentication of its own: tenants do not see each other's assistants,
    /// threads, runs, files and vector stores. Names have lower-case letters, digits, '-', '_' and '.'. Default: all requests
    /// are of one tenant, or of their key's.
    /// </summary>
    public Func<HttpContext, string>? Tenant { get; set; }

    internal KeyRing Keys { get; } = new();

    /// <summary>Whether the address alone lets callers in; an app of its own has its own authentication.</summary>
    internal bool LocalCallersOnly { get; set; }

    /// <summary>
    /// Lets callers in that send this key, as a bearer token or in an <c>api-key</c> header. Without any key the gateway
    /// asks nobody for one. Only a hash of the key is kept.
    /// </summary>
    /// <param name="key">The key, or <c>sha256:</c> and the hexadecimal hash of it.</param>
    /// <param name="tenant">Whose key it is; tenants do not see each other's objects. Default: <c>default</c>, who also has
    /// what was there before there were tenants.</param>
    /// <exception cref="FormatException">The key is empty, or the tenant's name is none.</exception>
    public void AddKey(string key, string tenant = TenantName.Default) => Keys.Add(GatewayKey.Create(key, tenant));

    internal AdapterOptions ToAdapterOptions() => new(Target!)
    {
        Documents = Documents,
        Blobs = Blobs,
        Transport = Transport,
        TimeProvider = TimeProvider,
        RunExpiry = RunExpiry,
        MaxRetries = MaxRetries,
    };

    private static long Positive(long value) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "More than nothing.");
}
