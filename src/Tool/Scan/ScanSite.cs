namespace AgentsMigration.Tool.Scan;

/// <summary>One call site of the report; places count from 1, the file is relative to the scanned folder.</summary>
internal sealed record ScanSite(
    string Project,
    string File,
    int Line,
    int Column,
    int EndLine,
    int EndColumn,
    string RuleId,
    string Title,
    bool IsWarning,
    string Family,
    string Message,
    string Code,
    bool IsAutomatic,
    bool IsBound = true);
