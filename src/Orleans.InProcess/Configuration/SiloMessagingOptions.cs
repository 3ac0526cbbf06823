namespace Orleans.Configuration;

/// <summary>How calls are made within the silo.</summary>
public class SiloMessagingOptions : MessagingOptions;
