using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AgentsMigration.Tool.Serve;

/// <summary>
/// A certificate for this machine's own names, made on the spot: clients with Entra ID refuse plain http, also to
/// loopback. Its private key never leaves the process.
/// </summary>
internal static class DevCertificate
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Makes one, and writes its public part where clients can be told to trust it.</summary>
    public static async Task<X509Certificate2> CreateAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=agents-migration", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        // Clients that are told to trust it take it as its own authority.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));

        DateTimeOffset now = time.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddHours(-1), now + Lifetime);
        await File.WriteAllTextAsync(path, made.ExportCertificatePem() + "\n", cancellationToken);
        // Windows serves TLS only with keys that were imported once.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
