using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace StretchChallenge.Server.Security.Keys;

/// <summary>Encrypts Data Protection's keys before they go into the database.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKey masterKey) : IXmlEncryptor
{
    /// <summary>What the keys are encrypted for.</summary>
    public const string Purpose = "data-protection";

    /// <summary>What an encrypted key is wrapped in.</summary>
    public const string ElementName = "masterKey";

    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(ElementName, Convert.ToBase64String(masterKey.Encrypt(Purpose, plain)));
        return new EncryptedXmlInfo(element, typeof(MasterKeyXmlDecryptor));
    }
}
