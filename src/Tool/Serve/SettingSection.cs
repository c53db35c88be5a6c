using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AgentsMigration.Tool.Serve;

/// <summary>Values of the section, read by kind; every problem is kept, so that one start names them all.</summary>
internal sealed class SettingSection(IConfiguration section)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Add(string problem) => _problems.Add(problem);

    public void RefuseUnknown()
    {
        foreach (string unknown in section.GetChildren().Select(child => child.Key).Where(key => !SettingNames.All.Contains(key)))
            Add($"There is no setting {SettingNames.Section}:{unknown}. There are: {string.Join(", ", SettingNames.All)}.");
    }

    // An empty value is how a shell or a compose file writes "not set".
    public string? Text(string name) => section[name] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string?> Texts(string name)
    {
        IConfigurationSection list = section.GetSection(name);
        return list.Value is { } one ? [.. SettingText.Split(one)] : [.. list.GetChildren().Select(item => item.Value)];
    }

    public TimeSpan Time(string name, string option, TimeSpan otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (SettingText.ParseTime(text) is { } time)
            return time;
        Add($"{option} must be a time such as 10m, 90s or 00:10:00, at most seven days, not '{text}'.");
        return otherwise;
    }

    public int Number(string name, string option, int otherwise, int maximum)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= maximum)
            return number;
        Add($"{option} must be a number from 0 to {maximum}, not '{text}'.");
        return otherwise;
    }

    public long Size(string name, string option, long otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (SettingText.ParseSize(text) is { } size)
            return size;
        Add($"{option} must be a size such as 500000, 4M or 1G, not '{text}'.");
        return otherwise;
    }

    public bool Flag(string name, string option)
    {
        if (Text(name) is not { } text)
            return false;
        if (!bool.TryParse(text, out bool flag))
            Add($"{option} must be true or false, not '{text}'.");
        return flag;
    }

    public T Choice<T>(string name, string option, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (Enum.TryParse(text, ignoreCase: true, out T choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]))
            return choice;
#pragma warning disable CA1308 // Settings are written in lower case.
        Add($"{option} must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not '{text}'.");
#pragma warning restore CA1308
        return otherwise;
    }
}
