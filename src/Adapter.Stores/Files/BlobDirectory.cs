using System.Security.Cryptography;
using System.Text;

namespace AgentsMigration.Adapter.Stores.Files;

/// <summary>Names of files: those of blobs, and those of drafts, which are blobs that are not complete.</summary>
internal sealed class BlobDirectory(string path)
{
    private const string DraftExtension = ".draft";
    private const int MaxIdLength = 128;

    /// <summary>
    /// The hash tells ids apart that differ in case only, on file systems that do not, and turns names that Windows
    /// reserves (<c>con</c>) into others. No id holds a dot, so no blob is taken for a draft.
    /// </summary>
    public string PathOf(string id)
    {
        if (id is null || id.Length is 0 or > MaxIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new ArgumentException($"Not the id of a file: 1 to {MaxIdLength} letters, digits, '_' and '-'.", nameof(id));
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(id)), 0, 8);
        return Path.Combine(path, $"{id}-{hash}");
    }

    public string NewDraft() => Path.Combine(path, Guid.NewGuid().ToString("N") + DraftExtension);

    /// <summary>Held open without a share for reading, which is what tells a draft that is being written.</summary>
    public static FileStream CreateDraft(string draft) => new(draft, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    /// <summary>Removes drafts whose writer is gone; other processes may be writing theirs.</summary>
    public void RemoveLeftovers()
    {
        Directory.CreateDirectory(path);
        foreach (string draft in Directory.EnumerateFiles(path, "*" + DraftExtension))
        {
            try
            {
                using (new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    // Nobody else has it open, and nobody else knows its name.
                }
                File.Delete(draft);
            }
            catch (IOException)
            {
                // Being written, or gone by now.
            }
        }
    }
}
