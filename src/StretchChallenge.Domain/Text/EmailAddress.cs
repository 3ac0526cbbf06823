namespace StretchChallenge.Domain.Text;

/// <summary>E-mail addresses as people type them.</summary>
public static class EmailAddress
{
    /// <summary>The address in NFC without invisible characters, and without spaces at its ends.</summary>
    public static string Clean(string typed) => TextForms.Nfc(TextForms.WithoutInvisible(typed)).Trim();

    /// <summary>
    /// The key by which accounts are found: the same for an address in any case, and for both spellings of its host.
    /// Look-alikes stay apart: <c>marnie@</c> is not <c>mamie@</c>.
    /// </summary>
    public static string KeyOf(string typed)
    {
        var address = Clean(typed);
        var at = address.LastIndexOf('@');
        var key = at < 0 ? address : address[..at] + '@' + HostName.ToAscii(address[(at + 1)..]);
        return TextForms.Nfc(key.ToUpperInvariant());
    }

    /// <summary>The key of accounts that were made before invisible characters and spellings of hosts were taken out.</summary>
    public static string EarlierKeyOf(string typed) => TextForms.Nfc(typed.Trim()).ToUpperInvariant();
}
