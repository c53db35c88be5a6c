using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>A certificate that signs itself, as a developer makes one, and the file by which clients come to trust it.</summary>
internal sealed class DevelopmentCertificate : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public DevelopmentCertificate()
    {
        CertificateRequest request = new("CN=gateway", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(Path, Certificate.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"gateway-tests-{Guid.NewGuid():N}.pem");

    public void Dispose()
    {
        File.Delete(Path);
        Certificate.Dispose();
        _key.Dispose();
    }
}
