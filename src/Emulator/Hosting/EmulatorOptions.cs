namespace AgentsMigration.Emulator;

/// <summary>Settings of an <see cref="EmulatorServer"/>.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Where to listen; port 0 takes a free one.</summary>
    /// <value>Defaults to <c>http://127.0.0.1:0</c>.</value>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>When set, every request needs this key, as a bearer token or an <c>api-key</c> header.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What the scripted model answers.</summary>
    public ModelScript Script { get; set; } = ModelScript.Default;

    /// <summary>The clock for timestamps, delays, expiry and the code time limit.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The Python interpreter for code interpreter calls.</summary>
    /// <value>Defaults to <c>python3</c>, then <c>python</c>, on the path; without either, such calls fail.</value>
    public string? PythonPath { get; set; }

    /// <summary>How long a container lives without being used.</summary>
    /// <value>Defaults to 20 minutes.</value>
    public TimeSpan ContainerLifetime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long a background response stays queued.</summary>
    public TimeSpan QueueDelay { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long a background response is in progress before it produces anything.</summary>
    public TimeSpan GenerationDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a file in a vector store takes until it can be searched.</summary>
    public TimeSpan IngestDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one code interpreter call may run.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan CodeTimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How much memory one code interpreter call may use; enforced on POSIX systems.</summary>
    /// <value>Defaults to 1 GiB.</value>
    public long CodeMemoryLimit { get; set; } = 1L << 30;

    /// <summary>How many versions an agent may have.</summary>
    /// <value>Defaults to 1,000.</value>
    public int AgentVersionLimit { get; set; } = 1_000;

    /// <summary>Models that exist; null takes any name.</summary>
    public IReadOnlyCollection<string>? Models { get; set; }
}
