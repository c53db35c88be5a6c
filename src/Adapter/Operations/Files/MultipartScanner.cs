using System.Text;
using System.Text.RegularExpressions;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>
/// Reads the field names, the file's name and the purpose out of a form while it flows by. Clients differ in part order,
/// quoting and header case (docs/wire.md, Requests); the bytes themselves are never changed or kept.
/// </summary>
internal sealed class MultipartScanner(string boundary)
{
    private const int MaxHeaders = 16_384;
    private const int MaxValue = 1_024;

    private static readonly Regex Boundary = new("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", RegexOptions.IgnoreCase);
    private static readonly Regex Name = new("[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))", RegexOptions.IgnoreCase);
    private static readonly Regex Filename = new("filename=(?:\"([^\"]*)\"|([^;\\r\\n]+))", RegexOptions.IgnoreCase);

    private readonly byte[] _delimiter = Encoding.ASCII.GetBytes("--" + boundary);
    private readonly List<byte> _value = [];
    private byte[] _pending = [];
    private bool _inHeaders;
    private string? _field;

    public string? FileName { get; private set; }

    public string? Purpose { get; private set; }

    public static string? BoundaryOf(string contentType)
    {
        if (!contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return null;
        Match match = Boundary.Match(contentType);
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : null;
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        byte[] data = [.. _pending, .. bytes];
        int position = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = data.AsSpan(position);
            int found = rest.IndexOf(_inHeaders ? "\r\n\r\n"u8 : _delimiter);
            if (found < 0)
            {
                int keep = _inHeaders ? rest.Length : Math.Min(rest.Length, _delimiter.Length - 1);
                if (_inHeaders && keep > MaxHeaders)
                    throw LegacyErrors.InvalidValue("file", "the form's part headers are too long.");
                KeepValue(rest.Slice(0, rest.Length - keep));
                _pending = rest.Slice(rest.Length - keep).ToArray();
                return;
            }
            if (_inHeaders)
            {
                ReadHeaders(Encoding.UTF8.GetString(rest.Slice(0, found).ToArray()));
                position += found + 4;
            }
            else
            {
                KeepValue(rest.Slice(0, found));
                EndPart();
                position += found + _delimiter.Length;
            }
            _inHeaders = !_inHeaders;
        }
    }

    private void ReadHeaders(string headers)
    {
        Match name = Name.Match(headers);
        _field = name.Groups[1].Value + name.Groups[2].Value;
        if (_field != "file")
            return;
        Match file = Filename.Match(headers);
        FileName = (file.Groups[1].Value + file.Groups[2].Value).Trim();
        Check();
    }

    private void KeepValue(ReadOnlySpan<byte> bytes)
    {
        if (_field == "purpose" && _value.Count + bytes.Length <= MaxValue)
            _value.AddRange(bytes.ToArray());
    }

    private void EndPart()
    {
        if (_field == "purpose")
        {
            Purpose = Encoding.UTF8.GetString(_value.ToArray()).Trim();
            Check();
        }
        _field = null;
    }

    private void Check()
    {
        if (Purpose == "assistants" && FileName is not null && !SupportedFileTypes.Accepts(FileName, out string extension))
            throw LegacyErrors.UnsupportedFileType(extension);
    }
}
