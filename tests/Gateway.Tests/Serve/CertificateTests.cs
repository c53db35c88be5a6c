using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Serve;

/// <summary>Certificates from files, as a platform team has them: issued by an authority that clients know.</summary>
public sealed class CertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;

    public CertificateTests()
    {
        CertificateRequest request = new("CN=root", _rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(2));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _root.Dispose();
        _rootKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("pem", null)]
    [InlineData("pem", "secret")]
    [InlineData("pfx", "secret")]
    public async Task Serve_GivenCertificate_IsServedWithItsChain(string format, string? password)
    {
        string[] arguments = await WriteAsync(format, password);
        Dictionary<string, string> environment = password is null ? [] : new() { ["Gateway__CertPassword"] = password };
        using ToolProcess tool = ToolProcess.Start(
            _folder, environment,
            ["serve", "--target", "openai", "--api-key", "k", "--state", "memory", "--urls", "https://127.0.0.1:0", .. arguments]);
        Uri address = new((await tool.ReadLineAsync()).Split(' ')[1]);

        using SocketsHttpHandler trusting = new();
        trusting.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        trusting.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(_root);
        using HttpClient client = new(trusting);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address, "healthz"), Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Serve_CertificateWithoutKey_IsNamedBeforeThePortOpens()
    {
        string file = Path.Combine(_folder, "only.pem");
        await File.WriteAllTextAsync(file, _root.ExportCertificatePem(), Cancelled);
        using ToolProcess tool = ToolProcess.Start(
            _folder, new Dictionary<string, string>(), "serve", "--target", "openai", "--api-key", "k", "--urls", "https://127.0.0.1:0", "--cert", file);

        (int exitCode, string output, string errors) = await tool.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains($"error: --cert: {file} cannot be used: ", errors, StringComparison.Ordinal);
    }

    /// <summary>A leaf, issued by an authority that only the file knows, issued by the root.</summary>
    private async Task<string[]> WriteAsync(string format, string? password)
    {
        using ECDsa middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest middleRequest = new("CN=middle", middleKey, HashAlgorithmName.SHA256);
        middleRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 middle = middleRequest.Create(_root, Now.AddDays(-1), Now.AddDays(1), [1]);
        using X509Certificate2 middleWithKey = middle.CopyWithPrivateKey(middleKey);

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=gateway", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 leaf = request.Create(middleWithKey, Now.AddDays(-1), Now.AddDays(1), [2]);

        string file = Path.Combine(_folder, "gateway." + format);
        if (format == "pfx")
        {
            using X509Certificate2 own = leaf.CopyWithPrivateKey(key);
            X509Certificate2Collection all = [middle, own];
            await File.WriteAllBytesAsync(file, all.Export(X509ContentType.Pkcs12, password)!, Cancelled);
            return ["--cert", file];
        }
        string keyFile = Path.Combine(_folder, "gateway.key");
        PbeParameters encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        await File.WriteAllTextAsync(file, leaf.ExportCertificatePem() + "\n" + middle.ExportCertificatePem() + "\n", Cancelled);
        await File.WriteAllTextAsync(
            keyFile, password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, encryption), Cancelled);
        return ["--cert", file, "--cert-key", keyFile];
    }
}
