using System.Text;
using System.Text.RegularExpressions;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>
/// Reads the field names, the file's name and the purpose out of a form while it flows by. Clients differ in part order,
/// quoting and header case (docs/wire.md, Requests); the bytes themselves are never kept, and none but a purpose is changed.
/// </summary>
/// <param name="boundary">What stands between the parts.</param>
/// <param name="imagePurpose">What the target calls the purpose of pictures; null where that is <c>vision</c> as well.</param>
internal sealed class MultipartScanner(string boundary, string? imagePurpose = null)
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

    /// <summary>Whether the form leaves otherwise than it came.</summary>
    public bool Translates => imagePurpose is not null;

    /// <summary>What has been translated and not been taken yet.</summary>
    public Queue<byte[]> Translated { get; } = new();

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
                Keep(rest.Slice(0, rest.Length - keep));
                _pending = rest.Slice(rest.Length - keep).ToArray();
                return;
            }
            if (_inHeaders)
            {
                ReadHeaders(Encoding.UTF8.GetString(rest.Slice(0, found).ToArray()));
                Pass(rest.Slice(0, found + 4));
                position += found + 4;
            }
            else
            {
                Keep(rest.Slice(0, found));
                EndPart();
                Pass(_delimiter);
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

    /// <summary>The form has ended.</summary>
    public void Complete()
    {
        Pass(_pending);
        _pending = [];
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_field != "purpose")
            Pass(bytes);
        else if (_value.Count + bytes.Length <= MaxValue)
            _value.AddRange(bytes.ToArray());
        else
            throw LegacyErrors.InvalidValue("purpose", "it is too long.");
    }

    private void Pass(ReadOnlySpan<byte> bytes)
    {
        if (Translates && bytes.Length > 0)
            Translated.Enqueue(bytes.ToArray());
    }

    private void EndPart()
    {
        if (_field == "purpose")
        {
            Purpose = Encoding.UTF8.GetString(_value.ToArray()).Trim();
            Check();
            Pass(Purpose == V2Features.Vision && imagePurpose is not null ? Encoding.ASCII.GetBytes(imagePurpose + "\r\n") : _value.ToArray());
            _value.Clear();
        }
        _field = null;
    }

    private void Check()
    {
        if (Purpose == "assistants" && FileName is not null && !SupportedFileTypes.Accepts(FileName, out string extension))
            throw LegacyErrors.UnsupportedFileType(extension);
    }
}
