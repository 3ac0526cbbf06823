using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace StretchChallenge.Server.Security.Keys;

/// <summary>Encrypts Data Protection's keys before they are stored in the database.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKey masterKey) : IXmlEncryptor
{
    /// <summary>The purpose that the keys are encrypted for.</summary>
    public const string Purpose = "data-protection";

    /// <summary>The XML element around an encrypted key.</summary>
    public const string ElementName = "masterKey";

    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(ElementName, Convert.ToBase64String(masterKey.Encrypt(Purpose, plain)));
        return new EncryptedXmlInfo(element, typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Decrypts what <see cref="MasterKeyXmlEncryptor" /> encrypted.</summary>
/// <remarks>Its full name is stored with each key: never rename it or move it to another namespace or assembly.</remarks>
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
