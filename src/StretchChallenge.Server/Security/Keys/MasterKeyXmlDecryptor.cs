using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace StretchChallenge.Server.Security.Keys;

/// <summary>Decrypts what <see cref="MasterKeyXmlEncryptor" /> encrypted.</summary>
/// <remarks>Its full name is stored with each key: renamed or moved, it leaves the keys unreadable.</remarks>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly MasterKey _masterKey = services.GetRequiredService<MasterKey>();

    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = _masterKey.Decrypt(MasterKeyXmlEncryptor.Purpose, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
