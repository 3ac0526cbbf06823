using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StretchChallenge.Testing.Servers;

/// <summary>Certificates made for a test.</summary>
public static class TestCertificate
{
    /// <summary>A certificate with its key, issued by an authority or by itself.</summary>
    public static X509Certificate2 Create(string name, X509Certificate2? authority = null, bool isAuthority = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        if (authority is null)
        {
            return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        }

        using var issued = request.Create(authority, now.AddHours(-1), now.AddHours(1), Guid.NewGuid().ToByteArray());
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>Writes a certificate and its key as PEM, and returns their paths.</summary>
    public static (string Certificate, string Key) Write(this X509Certificate2 certificate, string folder, string name)
    {
        var files = (Certificate: Path.Combine(folder, $"{name}.crt"), Key: Path.Combine(folder, $"{name}.key"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
