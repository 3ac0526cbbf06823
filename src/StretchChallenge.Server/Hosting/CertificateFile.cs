using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Server.Hosting;

/// <summary>Reads certificates from files and says what is wrong with a file that cannot be used.</summary>
internal static class CertificateFile
{
    /// <summary>Reads a certificate with its private key: PEM files, or a PFX file.</summary>
    /// <param name="setting">The setting that names the file, for messages.</param>
    /// <param name="path">The certificate's file.</param>
    /// <param name="keyPath">The key's PEM file; null when the certificate's file holds the key too.</param>
    /// <param name="password">The password of the PFX file or of the key; null when there is none.</param>
    /// <exception cref="OptionsValidationException">The files cannot be used; the message names the setting and says why.</exception>
    public static X509Certificate2 Load(string setting, string path, string? keyPath, string? password)
    {
        var certificate = Read(setting, path, () => IsPem(path) || keyPath is not null
            ? LoadPem(path, keyPath, password)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password));
        return certificate.HasPrivateKey ? certificate : throw Unusable(setting, path, "it has no private key");
    }

    /// <summary>Reads certificates without keys from a PEM file, such as an authority's.</summary>
    /// <exception cref="OptionsValidationException">The file cannot be used; the message names the setting and says why.</exception>
    public static X509Certificate2Collection LoadAuthorities(string setting, string path)
    {
        var authorities = new X509Certificate2Collection();
        Read(setting, path, () =>
        {
            authorities.ImportFromPemFile(path);
            return authorities;
        });
        return authorities.Count > 0 ? authorities : throw Unusable(setting, path, "it holds no certificate");
    }

    /// <summary>The exception for a certificate that cannot be used.</summary>
    public static OptionsValidationException Unusable(string setting, string path, string reason) =>
        new(nameof(CertificateFile), typeof(CertificateFile), [$"{setting} is {path}, which cannot be used: {reason}."]);

    /// <summary>
    /// Reads the certificates that Kestrel's endpoints are configured with, because Kestrel reads them only after the
    /// database was opened, and does not name the file that is at fault.
    /// </summary>
    /// <exception cref="OptionsValidationException">A file cannot be used; the message names the setting and says why.</exception>
    public static void CheckEndpointCertificates(this WebApplicationBuilder builder)
    {
        var kestrel = builder.Configuration.GetSection("Kestrel");
        var root = builder.Environment.ContentRootPath;
        var sections = kestrel.GetSection("Certificates").GetChildren()
            .Concat(kestrel.GetSection("Endpoints").GetChildren().Select(endpoint => endpoint.GetSection("Certificate")));
        foreach (var section in sections)
        {
            if (section["Path"] is { Length: > 0 } path)
            {
                var keyPath = section["KeyPath"] is { Length: > 0 } key ? Path.GetFullPath(key, root) : null;
                using var certificate = Load($"{section.Path}:Path", Path.GetFullPath(path, root), keyPath, section["Password"]);
            }
        }
    }

    private static X509Certificate2 LoadPem(string path, string? keyPath, string? password)
    {
        // Key and certificate may be of any algorithm, and the key may be encrypted.
        var certificate = string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(path, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // TLS on Windows cannot use a key that exists in memory only.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    private static bool IsPem(string path) => File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal);

    private static T Read<T>(string setting, string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unusable(setting, path, $"there is no file {(fault as FileNotFoundException)?.FileName ?? path}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw Unusable(setting, path, fault.Message.TrimEnd('.'));
        }
    }
}
