using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Orleans.Connections.Security;
using StretchChallenge.Server.Hosting.Cluster;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.Server.Tests.Hosting;

/// <summary>Which certificates a node of a cluster trusts.</summary>
public sealed class ClusterTlsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stretch-tls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_NoCertificate_IsNull() => Assert.Null(Read([]));

    [Fact]
    public void Validate_NoAuthority_TrustsTheSameCertificateAlone()
    {
        using var own = TestCertificate.Create("node");
        using var other = TestCertificate.Create("node");

        var trusts = Validator(Settings(own));

        Assert.True(trusts(own));
        Assert.False(trusts(other));
    }

    [Fact]
    public void Validate_Authority_TrustsWhatItIssuedAlone()
    {
        using var authority = TestCertificate.Create("authority", isAuthority: true);
        using var impostor = TestCertificate.Create("authority", isAuthority: true);
        using var own = TestCertificate.Create("one", authority);
        using var other = TestCertificate.Create("two", authority);
        using var foreign = TestCertificate.Create("two", impostor);

        var trusts = Validator(Settings(own, authority));

        Assert.True(trusts(other));
        Assert.False(trusts(foreign));
    }

    [Fact]
    public void Read_AuthorityDidNotIssueIt_IsRefused()
    {
        using var authority = TestCertificate.Create("authority", isAuthority: true);
        using var own = TestCertificate.Create("one");

        var refusal = Assert.Throws<OptionsValidationException>(() => Read(Settings(own, authority)));

        Assert.Contains("Cluster:CertificateAuthority has not issued it", refusal.Message, StringComparison.Ordinal);
    }

    private static Func<X509Certificate2, bool> Validator(Dictionary<string, string?> settings)
    {
        var options = new TlsOptions();
        Read(settings)!.Apply(options);
        Assert.Equal(RemoteCertificateMode.RequireCertificate, options.RemoteCertificateMode);
        Assert.Equal(RemoteCertificateMode.RequireCertificate, options.ClientCertificateMode);
        return certificate => options.RemoteCertificateValidation!(certificate, null, SslPolicyErrors.RemoteCertificateChainErrors);
    }

    private static ClusterTls? Read(Dictionary<string, string?> settings) =>
        ClusterTls.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), "/");

    private Dictionary<string, string?> Settings(X509Certificate2 own, X509Certificate2? authority = null)
    {
        var files = own.Write(_folder, "own");
        return new Dictionary<string, string?>
        {
            ["Cluster:Certificate"] = files.Certificate,
            ["Cluster:CertificateKey"] = files.Key,
            ["Cluster:CertificateAuthority"] = authority?.Write(_folder, "authority").Certificate,
        };
    }
}
