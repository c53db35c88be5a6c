using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>Everything that anybody logs, at every level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    public IEnumerable<string> All => _lines.Select(line => line.Text);

    public IEnumerable<string> Errors => _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
