using System.Security.Cryptography.X509Certificates;

namespace AgentsMigration.Gateway;

/// <summary>Where a <see cref="GatewayServer"/> listens, and how it stops.</summary>
public sealed class GatewayServerOptions
{
    private TimeSpan _drainTime = TimeSpan.FromMinutes(10);

    /// <summary>Where to listen; port 0 takes a free one. Other machines can reach it only with a key.</summary>
    /// <value>Defaults to <c>http://127.0.0.1:8080</c>.</value>
    public IReadOnlyList<string> Urls { get; set; } = ["http://127.0.0.1:8080"];

    /// <summary>For <c>https://</c> addresses.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The authorities between the certificate and the one that clients know.</summary>
    public IReadOnlyList<X509Certificate2> CertificateChain { get; set; } = [];

    /// <summary>How long answers that are under way when the server stops may take to end. Default: ten minutes, the
    /// longest that a run lives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan DrainTime
    {
        get => _drainTime;
        set => _drainTime = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not less than none.");
    }

    /// <summary>Where logs go. Default: nowhere.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }
}
