using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AgentsMigration.Tool.Serve;

/// <summary>A certificate from a file: PEM with its key in the same or another file, or PFX.</summary>
internal static class GivenCertificate
{
    /// <summary>The certificate, and behind it what else the file has: the authorities between it and the root.</summary>
    /// <exception cref="GivenCertificateException">It cannot be used; the message says why.</exception>
    public static X509Certificate2[] Load(string file, string? keyFile, string? password)
    {
        try
        {
            X509Certificate2[] all = IsPem(file) ? LoadPem(file, keyFile, password) : LoadPfx(file, keyFile, password);
            return all.Length > 0 && all[0].HasPrivateKey
                ? all
                : throw new GivenCertificateException($"{file} has no private key, and none was given with --cert-key.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new GivenCertificateException($"{file} cannot be used: {failure.Message}", failure);
        }
    }

    private static bool IsPem(string file) =>
        File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal);

    private static X509Certificate2[] LoadPem(string file, string? keyFile, string? password)
    {
        X509Certificate2Collection chain = [];
        chain.ImportFromPemFile(file);
        using X509Certificate2 own = password is null
            ? X509Certificate2.CreateFromPemFile(file, keyFile ?? file)
            : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile ?? file);
        // Windows serves TLS only with keys that were imported once.
        X509Certificate2 usable = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        return [usable, .. chain.Where(certificate => certificate.Thumbprint != usable.Thumbprint)];
    }

    private static X509Certificate2[] LoadPfx(string file, string? keyFile, string? password)
    {
        if (keyFile is not null)
            throw new GivenCertificateException($"{file} is no PEM file: --cert-key is for those.");
        X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        return [.. all.OrderBy(certificate => certificate.HasPrivateKey ? 0 : 1)];
    }
}

/// <summary>The message names the file and what is wrong with it.</summary>
internal sealed class GivenCertificateException(string message, Exception? innerException = null) : Exception(message, innerException);
