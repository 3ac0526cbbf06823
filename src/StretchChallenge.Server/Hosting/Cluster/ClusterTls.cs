using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>
/// TLS between nodes: both sides of a connection show a certificate, and each accepts those that the authority has issued
/// or, without an authority, exactly its own.
/// </summary>
/// <param name="certificate">The certificate that this node shows, with its key.</param>
/// <param name="authorities">One of these must have issued the other side's certificate; when empty, it must be identical to this one.</param>
internal sealed class ClusterTls(X509Certificate2 certificate, X509Certificate2Collection authorities)
{
    private const string Setting = "Cluster:Certificate";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>
    /// Reads <c>Cluster:Certificate</c> (PEM with <c>Cluster:CertificateKey</c>, or PFX; <c>Cluster:CertificatePassword</c>)
    /// and <c>Cluster:CertificateAuthority</c>. Returns null when no certificate is set: connections are then not encrypted.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A certificate cannot be used; the message says why.</exception>
    public static ClusterTls? Read(IConfiguration configuration, string contentRoot)
    {
        var cluster = configuration.GetSection("Cluster");
        if (Locate("Certificate") is not { } path)
        {
            return null;
        }

        var certificate = CertificateFile.Load(Setting, path, Locate("CertificateKey"), cluster["CertificatePassword"]);
        var authorities = Locate("CertificateAuthority") is { } authority
            ? CertificateFile.LoadAuthorities("Cluster:CertificateAuthority", authority)
            : [];
        var tls = new ClusterTls(certificate, authorities);
        tls.Check(path);
        return tls;

        string? Locate(string name) => cluster[name] is { Length: > 0 } file ? Path.GetFullPath(file, contentRoot) : null;
    }

    /// <summary>Sets Orleans' options, the same for silos and for clients of gateways.</summary>
    public void Apply(TlsOptions options)
    {
        options.LocalCertificate = certificate;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        // Whether a certificate is trusted does not depend on the name or address of the node that shows it.
        options.RemoteCertificateValidation = (other, _, _) => IsTrusted(other);
        options.OnAuthenticateAsClient = (_, connection) => connection.TargetHost = "node";
    }

    private void Check(string path)
    {
        if (authorities.Count > 0 && !IsTrusted(certificate))
        {
            throw CertificateFile.Unusable(Setting, path, "Cluster:CertificateAuthority has not issued it, or it has expired");
        }

        foreach (var usage in certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>())
        {
            var allowed = usage.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Select(oid => oid.Value).ToList();
            if (!allowed.Contains(ServerAuthentication) || !allowed.Contains(ClientAuthentication))
            {
                throw CertificateFile.Unusable(Setting, path, "its extended key usage must allow both server and client authentication");
            }
        }
    }

    private bool IsTrusted(X509Certificate2 other)
    {
        if (authorities.Count == 0)
        {
            return certificate.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(other);
    }
}
