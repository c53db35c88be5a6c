using Microsoft.AspNetCore.WebUtilities;

namespace AgentsMigration.Emulator.Http;

/// <summary>A multipart form, its file part streamed to disk.</summary>
/// <remarks>
/// Real clients differ in part order, quoting of names and boundaries, and part headers; none of that is held against
/// them.
/// </remarks>
internal sealed class UploadedForm : IDisposable
{
    private const int MaximumFieldLength = 64 * 1024;
    private string? _contentPath;

    private UploadedForm()
    {
    }

    public Dictionary<string, string> Values { get; } = [];

    public string? FileName { get; private set; }

    public static bool IsMultipart(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<UploadedForm> ReadAsync(
        HttpRequest request, string folder, CancellationToken cancellationToken)
    {
        UploadedForm form = new();
        try
        {
            MultipartReader reader = new(Boundary(request.ContentType!), request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
                await form.AddAsync(section, folder, cancellationToken);
            return form;
        }
        catch (Exception failure)
        {
            form.Dispose();
            if (failure is IOException or InvalidDataException)
                throw Refusal.Bad("Could not parse multipart form data.");
            throw;
        }
    }

    /// <summary>Moves the streamed file to where it will stay.</summary>
    public void MoveContentTo(string path)
    {
        File.Move(_contentPath!, path, overwrite: true);
        _contentPath = null;
    }

    public void Dispose()
    {
        if (_contentPath is not null) File.Delete(_contentPath);
    }

    private async Task AddAsync(MultipartSection section, string folder, CancellationToken cancellationToken)
    {
        DispositionHeader header = DispositionHeader.Parse(section.ContentDisposition);
        if (header.FileName is null)
        {
            using StreamReader text = new(section.Body);
            char[] buffer = new char[MaximumFieldLength];
            int length = await text.ReadBlockAsync(buffer, cancellationToken);
            Values[header.Name ?? ""] = new string(buffer, 0, length);
            return;
        }

        Dispose();
        FileName = header.FileName;
        _contentPath = Path.Combine(folder, Path.GetRandomFileName());
        await using FileStream file = File.Create(_contentPath);
        await section.Body.CopyToAsync(file, cancellationToken);
    }

    private static string Boundary(string contentType)
    {
        int start = contentType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        if (start < 0) throw Refusal.Bad("Missing boundary in multipart form data.");
        string rest = contentType[(start + "boundary=".Length)..].TrimStart();
        return rest.StartsWith('"') ? rest[1..].Split('"')[0] : rest.Split(';')[0].Trim();
    }
}
